import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type OfferState, type StandingOffer } from '../../domain/adoption/offer';

export interface OfferRow extends StandingOffer {
  id: string;
  offeringId: string;
  batchId: string;
  ownerAgencyId: string;
  ownerName: string;
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  kind: string;
  issue: number;
  revision: number;
  changeNote: string | null;
  master: { sha256: string; name: string; size: number; type: string };
  rendition: { sha256: string; size: number; pages: number | null };
  metadataHash: string | null;
  localDocumentId: string | null;
  localVersionId: string | null;
}

const COLUMNS = `id, state, withdrawn_at is not null as "isWithdrawn", owner_late_on as "ownerLateOn",
  offering_id as "offeringId", batch_id as "batchId", owner_agency_id as "ownerAgencyId", owner_name as "ownerName",
  document_id as "documentId", version_id as "versionId", code, series, title, kind, issue, revision,
  change_note as "changeNote", metadata_hash as "metadataHash", local_document_id as "localDocumentId",
  local_version_id as "localVersionId",
  jsonb_build_object('sha256', master_sha256, 'name', master_name, 'size', master_size, 'type', master_type) as master,
  jsonb_build_object('sha256', rendition_sha256, 'size', rendition_size, 'pages', rendition_pages) as rendition`;

const TOLD = 'with told as materialized (select documents.offered_content($2) as body)';
const COPIES = [
  `${TOLD} insert into documents.version_content (agency_id, version_id, origin, content)
   select $1, $3::uuid, body #>> '{content,origin}', body #> '{content,content}' from told
    where jsonb_typeof(body -> 'content') = 'object'`,
  `${TOLD} insert into documents.version_page (agency_id, version_id, page, text)
   select $1, $3::uuid, row.page, row.text
     from told, jsonb_to_recordset(nullif(body -> 'pages', 'null')) as row (page int, text text)`,
  `${TOLD} insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer,
     issuer_key, issued_on)
   select $1, uuidv7(), $3::uuid, row.ordinal, row.number_symbol, row.number_key, row.kind, row.issuer, row.issuer_key,
          row.issued_on
     from told, jsonb_to_recordset(nullif(body -> 'citations', 'null')) as row (ordinal int, number_symbol text,
       number_key text, kind text, issuer text, issuer_key text, issued_on date)`,
  `${TOLD} insert into documents.named_text (agency_id, id, version_id, ordinal, name, name_key, year)
   select $1, uuidv7(), $3::uuid, row.ordinal, row.name, row.name_key, row.year
     from told, jsonb_to_recordset(nullif(body -> 'namedTexts', 'null')) as row (ordinal int, name text, name_key text,
       year int)`,
];
const LINKS = `${TOLD} insert into documents.procedure_link (agency_id, document_id, procedure_id, confirmed_at)
   select $1, $3::uuid, row.procedure_id, row.confirmed_at
     from told, jsonb_to_recordset(nullif(body -> 'links', 'null')) as row (procedure_id uuid, confirmed_at timestamptz)
   on conflict do nothing`;

/** What was laid before the acting agency, and how it answered. */
@Injectable()
export class OffersRepository {
  byIds(tx: ReadTransaction, ids: readonly string[]): Promise<OfferRow[]> {
    return tx.query<OfferRow>(
      `select ${COLUMNS} from documents.offer where agency_id = $1 and id = any ($2::uuid[])
        order by array_position($2::uuid[], id)`,
      [tx.actor.agencyId, ids],
    );
  }

  /** Locks them in a fixed order: an offer is answered once. */
  async byIdsForUpdate(tx: WriteTransaction, ids: readonly string[]): Promise<OfferRow[]> {
    await tx.query(
      'select 1 from documents.offer where agency_id = $1 and id = any ($2::uuid[]) order by id for update',
      [tx.actor.agencyId, ids],
    );
    return this.byIds(tx, ids);
  }

  waitingOfBatch(tx: ReadTransaction, batchId: string): Promise<OfferRow[]> {
    return tx.query<OfferRow>(
      `select ${COLUMNS} from documents.offer
        where agency_id = $1 and batch_id = $2 and state in ('offered', 'received') and withdrawn_at is null
        order by code, id`,
      [tx.actor.agencyId, batchId],
    );
  }

  withdrawnOf(tx: ReadTransaction, offeringId: string): Promise<OfferRow[]> {
    return tx.query<OfferRow>(
      `select ${COLUMNS} from documents.offer
        where agency_id = $1 and offering_id = $2 and withdrawn_at is not null
          and state in ('withdrawn', 'received', 'adopted') order by id`,
      [tx.actor.agencyId, offeringId],
    );
  }

  appliedOf(tx: ReadTransaction, ownerDocumentId: string): Promise<OfferRow[]> {
    return tx.query<OfferRow>(
      `select ${COLUMNS} from documents.offer where agency_id = $1 and document_id = $2 and state = 'adopted'`,
      [tx.actor.agencyId, ownerDocumentId],
    );
  }

  /** Content, pages, citations and links, told by the function that checks the offer, copied into an own version. */
  async copyContent(
    tx: WriteTransaction,
    offerId: string,
    { id, documentId }: { id: string; documentId: string },
  ): Promise<void> {
    for (const sql of COPIES) await tx.change(sql, [tx.actor.agencyId, offerId, id]);
    await tx.change(LINKS, [tx.actor.agencyId, offerId, documentId]);
  }

  async answer(
    tx: WriteTransaction,
    id: string,
    answer: {
      state: OfferState;
      documentId: string | null;
      versionId: string | null;
      reason: string | null;
      at: Date;
    },
  ): Promise<void> {
    await tx.changeOne(
      `update documents.offer
          set state = $3, local_document_id = coalesce($4, local_document_id),
              local_version_id = coalesce($5, local_version_id), answer_reason = $6, answered_at = $7,
              answered_by_name = $8, row_version = row_version + 1
        where agency_id = $1 and id = $2`,
      [
        tx.actor.agencyId,
        id,
        answer.state,
        answer.documentId,
        answer.versionId,
        answer.reason,
        answer.at,
        tx.actor.personName,
      ],
    );
  }

  /** The decision is registered: what was received is applied, and what it replaces was applied until now. */
  async issued(tx: WriteTransaction, localVersionId: string): Promise<OfferRow | null> {
    const adopted = await tx.one<OfferRow>(
      `update documents.offer set state = 'adopted', row_version = row_version + 1
        where agency_id = $1 and local_version_id = $2 and state = 'received' returning ${COLUMNS}`,
      [tx.actor.agencyId, localVersionId],
    );
    if (adopted === null) return null;
    await tx.change(
      `update documents.offer set state = 'superseded', row_version = row_version + 1
        where agency_id = $1 and document_id = $2 and state = 'adopted' and id <> $3`,
      [tx.actor.agencyId, adopted.documentId, adopted.id],
    );
    return adopted;
  }

  /** The agency has ended the document by its own decision. */
  async ended(tx: WriteTransaction, localDocumentId: string): Promise<number> {
    return tx.change(
      `update documents.offer set state = 'ended', row_version = row_version + 1
        where agency_id = $1 and local_document_id = $2 and state = 'adopted'`,
      [tx.actor.agencyId, localDocumentId],
    );
  }
}
