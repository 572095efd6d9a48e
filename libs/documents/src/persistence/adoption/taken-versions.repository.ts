import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** A version of another agency as it comes to stand among the own ones. */
export interface TakenVersion {
  id: string;
  documentId: string;
  kind: 'adopted' | 'continued';
  origin: { agencyId: string; documentId: string; versionId: string; name: string };
  code: string;
  series: string;
  title: string;
  documentKind: string;
  issue: number;
  revision: number;
  changeNote: string | null;
  territory: string | null;
  limitedUntil: LocalDate | null;
  master: { sha256: string; name: string; size: number; type: string };
  rendition: { sha256: string; size: number; pages: number | null };
  metadataHash: string | null;
  verificationCode: string;
  at: Date;
}

/** Versions taken from another agency: its file, code and number are kept, the decision will be the taker's own. */
@Injectable()
export class TakenVersionsRepository {
  /** The own document that stands for the other agency's one, made when there is none. @returns its id */
  async document(tx: WriteTransaction, version: TakenVersion): Promise<string> {
    const { origin } = version;
    const known = await tx.one<{ id: string }>(
      `select id from documents.document
        where agency_id = $1 and origin_agency_id = $2 and origin_document_id = $3 for update`,
      [tx.actor.agencyId, origin.agencyId, origin.documentId],
    );
    if (known !== null) {
      await tx.change(
        `update documents.document set kept_by_owner = $3, row_version = row_version + 1
          where agency_id = $1 and id = $2 and kept_by_owner <> $3`,
        [tx.actor.agencyId, known.id, version.kind === 'adopted'],
      );
      return known.id;
    }
    await tx.change(
      `insert into documents.document (agency_id, id, kind, code, series, title, repeated_code, origin_kind,
          origin_agency_id, origin_document_id, kept_by_owner)
       select $1, $2, $3, $4::text, $5::text, $6,
              exists (select from documents.document d where d.agency_id = $1 and d.series_key = app.fold($5)
                and d.code_key = documents.code_key($4)), $7::text, $8, $9, $7::text = 'adopted'`,
      [
        tx.actor.agencyId,
        version.documentId,
        version.documentKind,
        version.code,
        version.series,
        version.title,
        version.kind,
        origin.agencyId,
        origin.documentId,
      ],
    );
    return version.documentId;
  }

  /** Approved where it comes from, it waits here for the decision that issues it. */
  async add(tx: WriteTransaction, version: TakenVersion): Promise<void> {
    const { origin, master, rendition } = version;
    await tx.change(
      `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
          drafter_id, drafter_name, uploader_id, uploader_name, change_note, master_sha256, master_name, master_size,
          master_type, rendition_state, rendition_sha256, rendition_size, rendition_pages, metadata_hash,
          verification_code, approved_at, origin_kind, origin_version_id, origin_name, kept_by_owner, territory,
          limited_until)
       values ($1, $2, $3, $4, $5, 'approved', $6, $7, $8, $9, $10, $11, $10, $12, $13, $14, $15, $16, $17, 'ready', $18,
          $19, $20, $21, $22, $23, $24::text, $25, $11, $24::text = 'adopted', $26, $27)`,
      [
        tx.actor.agencyId,
        version.id,
        version.documentId,
        version.issue,
        version.revision,
        version.code,
        version.series,
        version.title,
        version.documentKind,
        tx.actor.personId,
        origin.name,
        tx.actor.personName,
        version.changeNote,
        master.sha256,
        master.name,
        master.size,
        master.type,
        rendition.sha256,
        rendition.size,
        rendition.pages,
        version.metadataHash,
        version.verificationCode,
        version.at,
        version.kind,
        origin.versionId,
        version.territory,
        version.limitedUntil,
      ],
    );
  }
}
