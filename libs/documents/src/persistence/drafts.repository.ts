import { issuerKey, lawNameKey, numberSymbolKey, uuidV7 } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CitationFields, type NamedTextFields, type VersionFields } from '../domain/version-fields';

export interface NewVersion {
  id: string;
  documentId: string;
  state: 'draft' | 'approved';
  fields: VersionFields;
  drafterName: string;
  uploader: { id: string; name: string };
  master: { sha256: string; name: string; size: number; type: string };
  rendition: { sha256: string; size: number; pages: number } | null;
  problems: unknown;
  verificationCode: string;
}

/** Writes what a draft is made of: the document it belongs to, its fields, what it cites. */
@Injectable()
export class DraftsRepository {
  async addDocument(
    tx: WriteTransaction,
    id: string,
    fields: VersionFields,
    keepsRepeatedCode: boolean,
  ): Promise<void> {
    await tx.change(
      `insert into documents.document (agency_id, id, kind, code, series, title, owning_unit_id, repeated_code)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.actor.agencyId,
        id,
        fields.kind,
        fields.code,
        fields.series,
        fields.title,
        fields.owningUnitId,
        keepsRepeatedCode,
      ],
    );
  }

  async addVersion(tx: WriteTransaction, version: NewVersion): Promise<void> {
    const { fields, master, rendition } = version;
    await tx.change(
      `insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind,
          owning_unit_id, drafter_id, drafter_name, uploader_id, uploader_name, printed_issued_on, change_note,
          change_class, legal_basis, master_sha256, master_name, master_size, master_type, rendition_state,
          rendition_sha256, rendition_size, rendition_pages, problems, verification_code, change_reason,
          affected_sections, drafting_confirmed)
       values ($1, $2, $3, $4, $5, $29, $6, $7, $8, $9, $10, $11::uuid, $12, $13::uuid, $14, $15, $16, $17, $18, $19, $20, $21,
          $22, $23, $24, $25, $26, $27::jsonb, $28, $30, $31, case when $11::uuid = $13::uuid then 'self' end)`,
      [
        tx.actor.agencyId,
        version.id,
        version.documentId,
        fields.issue,
        fields.revision,
        fields.code,
        fields.series,
        fields.title,
        fields.kind,
        fields.owningUnitId,
        fields.drafterId,
        version.drafterName,
        version.uploader.id,
        version.uploader.name,
        fields.issuedOn,
        fields.changeNote,
        fields.changeClass,
        fields.legalBasis,
        master.sha256,
        master.name,
        master.size,
        master.type,
        rendition === null ? 'waiting' : 'ready',
        rendition?.sha256 ?? null,
        rendition?.size ?? null,
        rendition?.pages ?? null,
        JSON.stringify(version.problems),
        version.verificationCode,
        version.state,
        ...explained(fields),
      ],
    );
    await this.#addCited(tx, version.id, fields);
    if (rendition !== null) tx.announce('documents.rendition-ready.v1', { versionId: version.id });
  }

  /** Another file becomes the master of a draft; its PDF is made anew. @throws StaleRow when it is no draft any more */
  async replaceMaster(
    tx: WriteTransaction,
    versionId: string,
    master: { sha256: string; name: string; size: number; type: string },
  ): Promise<void> {
    await tx.changeOne(
      `update documents.version
          set master_sha256 = $3, master_name = $4, master_size = $5, master_type = $6, rendition_state = 'waiting',
              rendition_sha256 = null, rendition_size = null, rendition_pages = null, rendition_message = null,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'draft'`,
      [tx.actor.agencyId, versionId, master.sha256, master.name, master.size, master.type],
    );
  }

  /** Compare-and-set on the row version that the person has read. @throws StaleRow */
  async changeVersion(
    tx: WriteTransaction,
    {
      id,
      rowVersion,
      fields,
      drafterName,
    }: { id: string; rowVersion: number; fields: VersionFields; drafterName: string },
  ): Promise<void> {
    await tx.changeOne(
      `update documents.version
          set issue = $4, revision = $5, code = $6, series = $7, title = $8, kind = $9, owning_unit_id = $10,
              drafter_id = $11::uuid, drafter_name = $12, printed_issued_on = $13, change_note = $14, change_class = $15,
              legal_basis = $16, change_reason = $17, affected_sections = $18, row_version = row_version + 1,
              drafting_confirmed = case when drafter_id = $11::uuid then drafting_confirmed
                when $11::uuid = uploader_id then 'self' end
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        id,
        rowVersion,
        fields.issue,
        fields.revision,
        fields.code,
        fields.series,
        fields.title,
        fields.kind,
        fields.owningUnitId,
        fields.drafterId,
        drafterName,
        fields.issuedOn,
        fields.changeNote,
        fields.changeClass,
        fields.legalBasis,
        ...explained(fields),
      ],
    );
    await tx.change('delete from documents.citation where agency_id = $1 and version_id = $2', [
      tx.actor.agencyId,
      id,
    ]);
    await tx.change('delete from documents.named_text where agency_id = $1 and version_id = $2', [
      tx.actor.agencyId,
      id,
    ]);
    await this.#addCited(tx, id, fields);
  }

  /** The document takes code, series and title of its newest draft while it has nothing in force. */
  async followDraft(tx: WriteTransaction, documentId: string, fields: VersionFields): Promise<void> {
    await tx.change(
      `update documents.document d
          set code = $3, series = $4, title = $5, kind = $6, owning_unit_id = $7, row_version = row_version + 1
        where agency_id = $1 and id = $2
          and not exists (select from documents.version v where v.agency_id = d.agency_id and v.document_id = d.id
            and v.state in ('issued', 'withdrawn'))`,
      [
        tx.actor.agencyId,
        documentId,
        fields.code,
        fields.series,
        fields.title,
        fields.kind,
        fields.owningUnitId,
      ],
    );
  }

  /** Other documents of the agency with this code; the same series is an error, another one a warning (DI-01). */
  sameCode(
    tx: ReadTransaction,
    { code, exceptDocumentId }: { code: string; exceptDocumentId: string | null },
  ): Promise<{ documentId: string; series: string; seriesKey: string; title: string }[]> {
    return tx.query(
      `select id as "documentId", series, series_key as "seriesKey", title from documents.document
        where agency_id = $1 and code_key = documents.code_key($2) and ($3::uuid is null or id <> $3)
        order by series_key limit 20`,
      [tx.actor.agencyId, code, exceptDocumentId],
    );
  }

  async #addCited(
    tx: WriteTransaction,
    versionId: string,
    { citations, namedTexts }: VersionFields,
  ): Promise<void> {
    if (citations.length > 0) {
      await tx.change(
        `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer,
            issuer_key, issued_on)
         select $1, id, $2, ordinal, "numberSymbol", "numberKey", kind, issuer, "issuerKey", "issuedOn"
           from jsonb_to_recordset($3::jsonb) as row (id uuid, ordinal int, "numberSymbol" text, "numberKey" text,
             kind text, issuer text, "issuerKey" text, "issuedOn" date)`,
        [tx.actor.agencyId, versionId, JSON.stringify(citations.map(citationRow))],
      );
    }
    if (namedTexts.length > 0) {
      await tx.change(
        `insert into documents.named_text (agency_id, id, version_id, ordinal, name, name_key, year)
         select $1, id, $2, ordinal, name, "nameKey", year
           from jsonb_to_recordset($3::jsonb) as row (id uuid, ordinal int, name text, "nameKey" text, year int)`,
        [tx.actor.agencyId, versionId, JSON.stringify(namedTexts.map(namedTextRow))],
      );
    }
  }
}

/** Why it was changed, and where. */
function explained({ changeReason = null, affectedSections = null }: VersionFields): (string | null)[] {
  return [changeReason, affectedSections];
}

function citationRow({ numberSymbol, kind, issuer, issuedOn }: CitationFields, ordinal: number): object {
  return {
    id: uuidV7(),
    ordinal,
    numberSymbol,
    numberKey: numberSymbolKey(numberSymbol),
    kind,
    issuer,
    issuerKey: issuerKey(issuer),
    issuedOn,
  };
}

function namedTextRow({ name, year }: NamedTextFields, ordinal: number): object {
  return { id: uuidV7(), ordinal, name, nameKey: lawNameKey(name), year };
}
