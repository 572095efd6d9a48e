import { type LocalDate } from '@app/kernel';
import {
  type ClaimTransaction,
  type ReadTransaction,
  type SqlValue,
  type WriteTransaction,
} from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentNotFound } from '../../domain/refusals';

export type ReviewOutcome = 'still-valid' | 'minor' | 'major' | 'obsolete';

export interface DueReviewRow {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  unitName: string | null;
  dueOn: LocalDate;
  overdue: boolean;
  lastReviewedAt: string | null;
  lastOutcome: ReviewOutcome | null;
}

export interface ReviewRow {
  id: string;
  versionId: string;
  issue: number;
  revision: number;
  outcome: ReviewOutcome;
  comment: string;
  reviewerName: string;
  positionTitle: string;
  reviewedAt: string;
  nextDueOn: LocalDate;
}

export interface ReviewedVersion {
  versionId: string;
  kind: string;
  code: string;
  title: string;
  contentHash: string | null;
  nextDueOn: LocalDate;
}

export interface NewReview {
  id: string;
  documentId: string;
  versionId: string;
  outcome: ReviewOutcome;
  comment: string;
  signer: { signerId: string; signerName: string; positionTitle: string; formula: string };
  contentHash: string | null;
  reviewedAt: Date;
  nextDueOn: LocalDate;
}

/** Rà soát định kỳ: when each document is looked at again, and what came of it (DI-15). */
@Injectable()
export class ReviewsRepository {
  due(
    tx: ReadTransaction,
    { until, after, limit }: { until: LocalDate | null; after: readonly SqlValue[] | null; limit: number },
  ): Promise<DueReviewRow[]> {
    const [dueOn = null, id = null] = after ?? [];
    return tx.query<DueReviewRow>(
      `select r.document_id as "documentId", r.version_id as "versionId", v.code, v.series, v.title, u.name as "unitName",
              r.due_on as "dueOn", r.due_on < app.today() as overdue, last.reviewed_at as "lastReviewedAt",
              last.outcome as "lastOutcome"
         from documents.review_due r
         join documents.version v on v.agency_id = r.agency_id and v.id = r.version_id
         left join organization.unit u on u.agency_id = v.agency_id and u.id = v.owning_unit_id
         left join lateral (select p.reviewed_at, p.outcome from documents.periodic_review p
            where p.agency_id = r.agency_id and p.document_id = r.document_id
            order by p.reviewed_at desc limit 1) last on true
        where r.agency_id = $1 and ($2::date is null or r.due_on <= $2)
          and ($3::date is null or (r.due_on, r.document_id) > ($3, $4::uuid))
        order by r.due_on, r.document_id limit $5`,
      [tx.actor.agencyId, until, dueOn, id, limit + 1],
    );
  }

  /** @throws DocumentNotFound */
  async assertDocument(tx: ReadTransaction, documentId: string): Promise<void> {
    const found = await tx.one(
      'select 1 from documents.document where agency_id = any ($1::uuid[]) and id = $2',
      [tx.actor.readable, documentId],
    );
    if (found === null) throw new DocumentNotFound();
  }

  ofDocument(tx: ReadTransaction, documentId: string): Promise<ReviewRow[]> {
    return tx.query<ReviewRow>(
      `select p.id, p.version_id as "versionId", v.issue, v.revision, p.outcome, p.comment,
              p.reviewer_name as "reviewerName", p.position_title as "positionTitle", p.reviewed_at as "reviewedAt",
              p.next_due_on as "nextDueOn"
         from documents.periodic_review p
         join documents.version v on v.agency_id = p.agency_id and v.id = p.version_id
        where p.agency_id = any ($1::uuid[]) and p.document_id = $2 order by p.reviewed_at desc limit 100`,
      [tx.actor.readable, documentId],
    );
  }

  /** The version in force, locked; null when there is none. */
  effective(tx: WriteTransaction, documentId: string): Promise<ReviewedVersion | null> {
    return tx.one<ReviewedVersion>(
      `select v.id as "versionId", v.kind, v.code, v.title, v.rendition_sha256 as "contentHash",
              (app.today() + make_interval(months => coalesce((select r.months from documents.review_rule r
                where r.agency_id = v.agency_id and r.kind = v.kind), 12)))::date as "nextDueOn"
         from documents.version v
        where v.agency_id = $1 and v.document_id = $2 and v.state in ('issued', 'withdrawn')
          and v.starts_on <= app.today() and v.ends_before > app.today() for no key update of v`,
      [tx.actor.agencyId, documentId],
    );
  }

  async add(tx: WriteTransaction, review: NewReview): Promise<void> {
    const { signer } = review;
    await tx.change(
      `with reviewed as (insert into documents.periodic_review (agency_id, id, document_id, version_id, outcome, comment,
           reviewer_id, reviewer_name, position_title, formula, content_hash, reviewed_at, next_due_on)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13))
       insert into documents.review_due as due (agency_id, document_id, version_id, due_on) values ($1, $3, $4, $13)
       on conflict (agency_id, document_id) do update
         set version_id = excluded.version_id, due_on = excluded.due_on, asked_at = null`,
      [
        tx.actor.agencyId,
        review.id,
        review.documentId,
        review.versionId,
        review.outcome,
        review.comment,
        signer.signerId,
        signer.signerName,
        signer.positionTitle,
        signer.formula,
        review.contentHash,
        review.reviewedAt,
        review.nextDueOn,
      ],
    );
  }

  rules(tx: ReadTransaction): Promise<{ kind: string; months: number }[]> {
    return tx.query('select kind, months from documents.review_rule where agency_id = $1', [
      tx.actor.agencyId,
    ]);
  }

  /** Changes how often, and moves the days of what has not been reviewed since it began. */
  async setRule(tx: WriteTransaction, kind: string, months: number): Promise<void> {
    await tx.change(
      `insert into documents.review_rule as rule (agency_id, kind, months) values ($1, $2, $3)
       on conflict (agency_id, kind) do update set months = excluded.months, row_version = rule.row_version + 1`,
      [tx.actor.agencyId, kind, months],
    );
    await tx.change(
      `update documents.review_due due
          set due_on = (coalesce((select max(p.reviewed_at) at time zone 'Asia/Ho_Chi_Minh'
                from documents.periodic_review p where p.agency_id = due.agency_id and p.document_id = due.document_id)::date,
              v.starts_on) + make_interval(months => $3::int))::date
         from documents.version v
        where due.agency_id = $1 and v.agency_id = due.agency_id and v.id = due.version_id and v.kind = $2`,
      [tx.actor.agencyId, kind, months],
    );
  }

  /** Documents whose day comes within the notice and nobody was asked, of any agency. */
  unasked(
    tx: ClaimTransaction,
    until: LocalDate,
    limit: number,
  ): Promise<{ agencyId: string; documentId: string }[]> {
    return tx.query(
      `select agency_id as "agencyId", document_id as "documentId" from documents.review_due
        where asked_at is null and due_on <= $1 order by due_on limit $2`,
      [until, limit],
    );
  }

  /** Marks that people are asked now. @returns null when they were already, or the document ended meanwhile */
  markAsked(
    tx: WriteTransaction,
    documentId: string,
  ): Promise<{ code: string; title: string; dueOn: LocalDate } | null> {
    return tx.one<{ code: string; title: string; dueOn: LocalDate }>(
      `update documents.review_due due set asked_at = clock_timestamp()
         from documents.version v
        where due.agency_id = $1 and due.document_id = $2 and due.asked_at is null
          and v.agency_id = due.agency_id and v.id = due.version_id
        returning v.code, v.title, due.due_on as "dueOn"`,
      [tx.actor.agencyId, documentId],
    );
  }

  /** Gives every effective document its day and takes it from those that ended, of all agencies. */
  async plan(tx: ClaimTransaction): Promise<void> {
    await tx.query('select documents.plan_reviews()');
  }
}
