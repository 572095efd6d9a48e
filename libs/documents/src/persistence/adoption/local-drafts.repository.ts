import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** Own rows that go on from a version that was taken from another agency. */
@Injectable()
export class LocalDraftsRepository {
  /** From now on a change of law makes work here, and new versions are made here. */
  async own(tx: WriteTransaction, documentId: string): Promise<void> {
    await tx.changeOne(
      `update documents.document set kept_by_owner = false, row_version = row_version + 1
        where agency_id = $1 and id = $2 and kept_by_owner`,
      [tx.actor.agencyId, documentId],
    );
    await tx.change(
      `update documents.version set kept_by_owner = false, row_version = row_version + 1
        where agency_id = $1 and document_id = $2 and kept_by_owner`,
      [tx.actor.agencyId, documentId],
    );
  }

  /** A draft with the file, fields, content and citations of a version that stands, one revision further. */
  async draftFrom(
    tx: WriteTransaction,
    draft: { id: string; fromVersionId: string; changeNote: string; verificationCode: string },
  ): Promise<void> {
    await tx.changeOne(
      `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
          owning_unit_id, drafter_id, drafter_name, uploader_id, uploader_name, change_note, change_class, master_sha256,
          master_name, master_size, master_type, rendition_state, rendition_sha256, rendition_size, rendition_pages,
          verification_code)
       select v.agency_id, $3, v.document_id, v.issue,
              (select max(o.revision) + 1 from documents.version o
                where o.agency_id = v.agency_id and o.document_id = v.document_id and o.issue = v.issue),
              'draft', v.code, v.series, v.title, v.kind, v.owning_unit_id, $4, $5, $4, $5, $6, 'minor', v.master_sha256,
              v.master_name, v.master_size, v.master_type, v.rendition_state, v.rendition_sha256, v.rendition_size,
              v.rendition_pages, $7
         from documents.version v where v.agency_id = $1 and v.id = $2`,
      [
        tx.actor.agencyId,
        draft.fromVersionId,
        draft.id,
        tx.actor.personId,
        tx.actor.personName,
        draft.changeNote,
        draft.verificationCode,
      ],
    );
    await this.copyContent(
      tx,
      { fromAgencyId: tx.actor.agencyId, fromVersionId: draft.fromVersionId },
      draft.id,
    );
  }

  /** What a readable version says, cites and shows on its pages, copied into an own one. */
  async copyContent(
    tx: WriteTransaction,
    { fromAgencyId, fromVersionId }: { fromAgencyId: string; fromVersionId: string },
    toVersionId: string,
  ): Promise<void> {
    for (const sql of COPIES)
      await tx.change(sql, [tx.actor.agencyId, fromAgencyId, fromVersionId, toVersionId]);
  }
}

const COPIES = [
  `insert into documents.version_content (agency_id, version_id, origin, content)
   select $1, $4, origin, content from documents.version_content where agency_id = $2 and version_id = $3`,
  `insert into documents.version_page (agency_id, version_id, page, text)
   select $1, $4, page, text from documents.version_page where agency_id = $2 and version_id = $3`,
  `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key,
     issued_on)
   select $1, uuidv7(), $4, ordinal, number_symbol, number_key, kind, issuer, issuer_key, issued_on
     from documents.citation where agency_id = $2 and version_id = $3`,
  `insert into documents.named_text (agency_id, id, version_id, ordinal, name, name_key, year)
   select $1, uuidv7(), $4, ordinal, name, name_key, year from documents.named_text
    where agency_id = $2 and version_id = $3`,
];
