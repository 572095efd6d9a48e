import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface NewOffering {
  id: string;
  documentId: string;
  audience: 'communes' | 'chosen';
  agencyIds: readonly string[];
  note: string | null;
  at: Date;
}

export interface OpenOffering {
  id: string;
  documentId: string;
  state: 'open' | 'withdrawn';
}

/** What the acting agency lays before others. */
@Injectable()
export class OfferingsRepository {
  /** The version in force of each of these own documents; adopted ones are their owner's to offer. */
  offerable(
    tx: ReadTransaction,
    documentIds: readonly string[],
  ): Promise<{ documentId: string; versionId: string }[]> {
    return tx.query(
      `select document_id as "documentId", id as "versionId" from documents.version
        where agency_id = $1 and document_id = any ($2::uuid[]) and state = 'issued' and upper_inf(validity)
          and not kept_by_owner and rendition_sha256 is not null
        order by array_position($2::uuid[], document_id)`,
      [tx.actor.agencyId, documentIds],
    );
  }

  async add(tx: WriteTransaction, offering: NewOffering): Promise<void> {
    await tx.change(
      `insert into documents.offering (agency_id, id, document_id, audience, note, offered_at, offered_by, offered_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        tx.actor.agencyId,
        offering.id,
        offering.documentId,
        offering.audience,
        offering.note,
        offering.at,
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
    await tx.change(
      `insert into documents.offering_target (agency_id, offering_id, adopter_id)
       select $1, $2, id from organization.agency where id = any ($3::uuid[]) and valid @> app.today()`,
      [tx.actor.agencyId, offering.id, offering.agencyIds],
    );
  }

  /** @returns how many agencies have it before them now */
  async lay(
    tx: WriteTransaction,
    { offeringId, versionId, batchId }: { offeringId: string; versionId: string; batchId: string },
  ): Promise<number> {
    const row = await tx.one<{ count: number }>('select documents.offer_version($1, $2, $3, $4) as count', [
      offeringId,
      versionId,
      batchId,
      tx.actor.correlationId,
    ]);
    return row?.count ?? 0;
  }

  openOf(tx: ReadTransaction, documentId: string): Promise<OpenOffering | null> {
    return tx.one<OpenOffering>(
      `select id, document_id as "documentId", state from documents.offering
        where agency_id = $1 and document_id = $2 and state = 'open'`,
      [tx.actor.agencyId, documentId],
    );
  }

  getForUpdate(tx: WriteTransaction, id: string): Promise<OpenOffering | null> {
    return tx.one<OpenOffering>(
      `select id, document_id as "documentId", state from documents.offering
        where agency_id = $1 and id = $2 for update`,
      [tx.actor.agencyId, id],
    );
  }

  /** @returns how many agencies are told */
  async withdraw(
    tx: WriteTransaction,
    { id, reason, at }: { id: string; reason: string; at: Date },
  ): Promise<number> {
    await tx.changeOne(
      `update documents.offering
          set state = 'withdrawn', withdrawn_at = $3, withdraw_reason = $4, row_version = row_version + 1
        where agency_id = $1 and id = $2 and state = 'open'`,
      [tx.actor.agencyId, id, at, reason],
    );
    const row = await tx.one<{ count: number }>('select documents.withdraw_offers($1, $2) as count', [
      id,
      tx.actor.correlationId,
    ]);
    return row?.count ?? 0;
  }

  async tellLate(tx: WriteTransaction, documentId: string, dueOn: string | null): Promise<number> {
    const row = await tx.one<{ count: number }>('select documents.tell_owner_late($1, $2, $3) as count', [
      documentId,
      dueOn,
      tx.actor.correlationId,
    ]);
    return row?.count ?? 0;
  }
}
