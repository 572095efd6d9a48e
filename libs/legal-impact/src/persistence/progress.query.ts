import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AssessmentState } from '../domain/assessment';
import { ChangeNotFound } from '../domain/refusals';

export interface Progress {
  total: number;
  unseen: number;
  notNeeded: number;
  revising: number;
  done: number;
  overdue: number;
  /** Concluded or issued by the deadline that was first set. */
  onTime: number;
  medianDays: number | null;
}

export interface AgencyProgressRow extends Progress {
  agencyId: string;
  agencyName: string;
  lateUnits: string | null;
}

export interface WholeProgress extends Progress {
  agencies: number;
  /** Agencies that have something overdue. */
  late: number;
}

export interface ProgressDocument {
  id: string;
  code: string;
  title: string;
  unitName: string | null;
  state: AssessmentState;
  deadlineOn: LocalDate;
  originalDeadlineOn: LocalDate;
  overdue: boolean;
  closedOn: LocalDate | null;
  cites: string;
}

export interface OwnerReview {
  documentId: string;
  code: string;
  title: string;
  ownerName: string;
  changes: string[];
  deadlineOn: LocalDate;
  overdue: boolean;
}

const FIGURES = `agency_id as "agencyId", agency_name as "agencyName", total, unseen, not_needed as "notNeeded", revising,
  done, overdue, on_time as "onTime", median_days::float as "medianDays", late_units as "lateUnits"`;

/** How far a change has come: what each may see is decided by the functions (OV-10). */
@Injectable()
export class ProgressQuery {
  /** Those who are late first. @throws ChangeNotFound */
  async agencies(
    tx: ReadTransaction,
    changeId: string,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<AgencyProgressRow[]> {
    await this.#see(tx, changeId);
    const [overdue = null, name = null, id = null] = after ?? [];
    return tx.query<AgencyProgressRow>(
      `select ${FIGURES} from legal_impact.overview($1)
        where $2::integer is null or (-overdue, agency_name, agency_id) > (-$2::integer, $3::text, $4::uuid)
        order by -overdue, agency_name, agency_id limit $5`,
      [changeId, overdue, name, id, limit + 1],
    );
  }

  /** All that the caller may see, in one line. @throws ChangeNotFound */
  async whole(tx: ReadTransaction, changeId: string): Promise<WholeProgress> {
    await this.#see(tx, changeId);
    const row = await tx.one<WholeProgress>(
      `select count(*)::int as agencies, (count(*) filter (where overdue > 0))::int as late,
              coalesce(sum(total), 0)::int as total, coalesce(sum(unseen), 0)::int as unseen,
              coalesce(sum(not_needed), 0)::int as "notNeeded", coalesce(sum(revising), 0)::int as revising,
              coalesce(sum(done), 0)::int as done, coalesce(sum(overdue), 0)::int as overdue,
              coalesce(sum(on_time), 0)::int as "onTime",
              (percentile_cont(0.5) within group (order by median_days))::float as "medianDays"
         from legal_impact.overview($1)`,
      [changeId],
    );
    return row ?? NOTHING;
  }

  /** @throws ChangeNotFound */
  async documents(
    tx: ReadTransaction,
    { changeId, agencyId }: { changeId: string; agencyId: string },
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<ProgressDocument[]> {
    await this.#see(tx, changeId);
    return tx.query<ProgressDocument>(
      `select id, code, title, unit_name as "unitName", state, deadline_on as "deadlineOn",
              original_deadline_on as "originalDeadlineOn", overdue, closed_on as "closedOn", cites
         from legal_impact.overview_documents($1, $2, $3, $4, $5)`,
      [changeId, agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** What owners of adopted documents are reviewing: "cơ quan soạn thảo đang rà soát" (OF-06). */
  owners(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<OwnerReview[]> {
    return tx.query<OwnerReview>(
      `select document_id as "documentId", code, title, owner_name as "ownerName",
              array_agg(distinct change_text) as changes, min(deadline_on) as "deadlineOn", bool_or(overdue) as overdue
         from legal_impact.owner_reviews()
        group by document_id, code, title, owner_name
       having $1::date is null or (min(deadline_on), document_id) > ($1, $2::uuid)
        order by min(deadline_on), document_id limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** A change out of sight is one that nobody has; one that is only recorded is its steward's business. */
  async #see(tx: ReadTransaction, changeId: string): Promise<void> {
    const change = await tx.one(
      `select 1 from legal_impact.change
        where id = $1 and (state <> 'recorded' or steward_agency_id = (select app.agency_id()))`,
      [changeId],
    );
    if (change === null) throw new ChangeNotFound();
  }
}

const NOTHING: WholeProgress = {
  agencies: 0,
  late: 0,
  total: 0,
  unseen: 0,
  notNeeded: 0,
  revising: 0,
  done: 0,
  overdue: 0,
  onTime: 0,
  medianDays: null,
};
