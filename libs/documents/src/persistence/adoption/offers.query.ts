import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type OfferState } from '../../domain/adoption/offer';
import { OfferingNotFound } from '../../domain/adoption/refusals';

export interface OfferListRow {
  id: string;
  state: OfferState;
  isWithdrawn: boolean;
  ownerLateOn: LocalDate | null;
  ownerName: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  changeNote: string | null;
  pages: number | null;
  effectiveOn: LocalDate;
  ownerDecisionNumber: string | null;
  ownerDecisionOn: LocalDate | null;
  decisionNumber: string | null;
  decisionOn: LocalDate | null;
  localDocumentId: string | null;
  localVersionId: string | null;
  offeredAt: string;
}

export interface OfferingListRow {
  id: string;
  documentId: string;
  code: string;
  series: string;
  title: string;
  audience: 'communes' | 'chosen';
  state: 'open' | 'withdrawn';
  note: string | null;
  offeredAt: string;
  offeredByName: string;
}

export interface OfferingDetailRow extends OfferingListRow {
  withdrawnAt: string | null;
  withdrawReason: string | null;
  adopters: {
    agencyId: string;
    agencyName: string;
    issue: number;
    revision: number;
    state: OfferState;
    answeredAt: string | null;
    decisionNumber: string | null;
    decisionOn: LocalDate | null;
  }[];
}

const STATES = { waiting: ['offered', 'received'], applied: ['adopted', 'local'] } as const;
export type OfferScope = keyof typeof STATES;

const OFFERING = `o.id, o.document_id as "documentId", d.code, d.series, d.title, o.audience, o.state, o.note,
  o.offered_at::text as "offeredAt", o.offered_by_name as "offeredByName"`;

@Injectable()
export class OffersQuery {
  /** What waits to be received, or what the agency applies, the newest first. */
  list(
    tx: ReadTransaction,
    filter: {
      scope: OfferScope;
      batchId: string | null;
      after: readonly SqlValue[] | null;
      limit: number;
    },
  ): Promise<OfferListRow[]> {
    const [offeredAt = null, id = null] = filter.after ?? [];
    return tx.query<OfferListRow>(
      `select f.id, f.state, f.withdrawn_at is not null as "isWithdrawn", f.owner_late_on as "ownerLateOn",
              f.owner_name as "ownerName", f.code, f.series, f.title, f.issue, f.revision,
              f.change_note as "changeNote", f.rendition_pages as pages, f.effective_on as "effectiveOn",
              f.decision_number as "ownerDecisionNumber", f.decision_signed_on as "ownerDecisionOn",
              d.number as "decisionNumber", d.signed_on as "decisionOn", f.local_document_id as "localDocumentId",
              f.local_version_id as "localVersionId", f.offered_at::text as "offeredAt"
         from documents.offer f
         left join documents.version v on v.agency_id = f.agency_id and v.id = f.local_version_id
         left join documents.issuing_decision d on d.agency_id = v.agency_id and d.id = v.decision_id
        where f.agency_id = $1 and f.state = any ($2::text[]) and ($3::uuid is null or f.batch_id = $3)
          and ($4::timestamptz is null or (f.offered_at, f.id) < ($4, $5::uuid))
        order by f.offered_at desc, f.id desc limit $6`,
      [tx.actor.agencyId, STATES[filter.scope], filter.batchId, offeredAt, id, filter.limit + 1],
    );
  }

  offerings(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<OfferingListRow[]> {
    const [offeredAt = null, id = null] = after ?? [];
    return tx.query<OfferingListRow>(
      `select ${OFFERING}
         from documents.offering o
         join documents.document d on d.agency_id = o.agency_id and d.id = o.document_id
        where o.agency_id = $1 and ($2::timestamptz is null or (o.offered_at, o.id) < ($2, $3::uuid))
        order by o.offered_at desc, o.id desc limit $4`,
      [tx.actor.agencyId, offeredAt, id, limit + 1],
    );
  }

  /** An offering of the acting agency with everybody's answer. @throws OfferingNotFound */
  async offering(tx: ReadTransaction, id: string): Promise<OfferingDetailRow> {
    const row = await tx.one<OfferingDetailRow>(
      `select ${OFFERING}, o.withdrawn_at::text as "withdrawnAt", o.withdraw_reason as "withdrawReason",
              coalesce((select jsonb_agg(jsonb_build_object('agencyId', p.agency_id, 'agencyName', p.agency_name,
                  'issue', p.issue, 'revision', p.revision, 'state', p.state, 'answeredAt', p.answered_at,
                  'decisionNumber', p.decision_number, 'decisionOn', p.decision_signed_on)
                  order by p.agency_name collate "vi-x-icu", p.agency_id)
                from documents.offer_progress(o.id) p), '[]') as adopters
         from documents.offering o
         join documents.document d on d.agency_id = o.agency_id and d.id = o.document_id
        where o.agency_id = $1 and o.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new OfferingNotFound();
    return row;
  }
}
