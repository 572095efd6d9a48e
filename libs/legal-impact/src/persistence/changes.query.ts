import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Reason } from '../domain/reason-words';

import { type ChangeKind, type ChangeScope, type ChangeState, type Reach } from '../domain/legal-change';

export interface ChangeRow {
  id: string;
  textId: string;
  textNumberSymbol: string;
  textTitle: string;
  kind: ChangeKind;
  source: 'text' | 'announcement';
  targets: string[];
  state: ChangeState;
  scope: ChangeScope;
  effectiveOn: LocalDate | null;
  deadlineOn: LocalDate | null;
  reach: Reach | null;
  done: number;
  total: number;
  recordedByAgency: string;
  recordedAt: Date;
  firstConfirmedByName: string | null;
  confirmedAt: Date | null;
  confirmedByName: string | null;
  withdrawnAt: Date | null;
  withdrawnByName: string | null;
  withdrawReason: string | null;
  rowVersion: number;
}

export interface ProgressRow {
  agencyId: string;
  agencyName: string;
  open: number;
  done: number;
  overdue: number;
}

/** A document that a change would reach, before it is confirmed. */
export interface ReachedRow {
  agencyName: string;
  code: string;
  title: string;
  reasons: Reason[];
}

/** The steward sees the numbers of all agencies, everybody else those of their own. */
const PROGRESS = `select coalesce(sum(p.open + p.done), 0)::integer as total, coalesce(sum(p.done), 0)::integer as done
    from legal_impact.progress(c.id) p where c.steward_agency_id = (select app.agency_id())
  union all
  select count(*)::integer, (count(*) filter (where a.state in ('not-needed', 'done')))::integer
    from legal_impact.assessment a
   where a.change_id = c.id and a.agency_id = any ($1::uuid[]) and c.steward_agency_id <> (select app.agency_id())`;

const SELECT = `select c.id, c.text_id as "textId", t.number_symbol as "textNumberSymbol", t.title as "textTitle", c.kind, c.source,
    c.state, c.scope, c.effective_on as "effectiveOn", c.deadline_on as "deadlineOn", c.reach, n.done, n.total,
    s.name as "recordedByAgency", c.recorded_at as "recordedAt", c.confirmed_at as "confirmedAt",
    c.first_confirmed_by_name as "firstConfirmedByName", c.confirmed_by_name as "confirmedByName",
    c.withdrawn_at as "withdrawnAt", c.withdrawn_by_name as "withdrawnByName", c.withdraw_reason as "withdrawReason",
    c.row_version as "rowVersion",
    coalesce((select array_agg(x.number_symbol order by x.issued_on, x.number_symbol)
      from legal_impact.change_target ct join legal_register.pub_legal_text x on x.id = ct.target_id
     where ct.change_id = c.id), '{}') as targets
  from legal_impact.change c
  join legal_register.pub_legal_text t on t.id = c.text_id
  join organization.pub_agency s on s.id = c.steward_agency_id
  cross join lateral (select sum(done)::integer as done, sum(total)::integer as total from (${PROGRESS}) counted) n
  where (c.state <> 'recorded' or c.steward_agency_id = (select app.agency_id()))`;

@Injectable()
export class ChangesQuery {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<ChangeRow[]> {
    return tx.query<ChangeRow>(
      `${SELECT} and ($2::timestamptz is null or (date_trunc('milliseconds', c.recorded_at), c.id) < ($2, $3::uuid))
        order by date_trunc('milliseconds', c.recorded_at) desc, c.id desc limit $4`,
      [[...tx.actor.readable], after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  one(tx: ReadTransaction, id: string): Promise<ChangeRow | null> {
    return tx.one<ChangeRow>(`${SELECT} and c.id = $2`, [[...tx.actor.readable], id]);
  }

  /** Numbers per agency: all of them for the steward, one's own for others. */
  byAgency(tx: ReadTransaction, id: string): Promise<ProgressRow[]> {
    return tx.query<ProgressRow>(
      `select agency_id as "agencyId", agency_name as "agencyName", open, done, overdue from legal_impact.progress($2)
       union all
       select a.agency_id, g.name, (count(*) filter (where a.state in ('open', 'must-revise')))::integer,
              (count(*) filter (where a.state in ('not-needed', 'done')))::integer,
              (count(*) filter (where a.state in ('open', 'must-revise') and a.deadline_on < app.today()))::integer
         from legal_impact.assessment a
         join legal_impact.change c on c.id = a.change_id and c.steward_agency_id <> (select app.agency_id())
         join organization.pub_agency g on g.id = a.agency_id
        where a.change_id = $2 and a.agency_id = any ($1::uuid[])
        group by a.agency_id, g.name
        order by 2, 1`,
      [[...tx.actor.readable], id],
    );
  }

  /** The first documents that a recorded change would reach; told to its steward alone. */
  firstDocuments(tx: ReadTransaction, id: string, limit: number): Promise<ReachedRow[]> {
    return tx.query<ReachedRow>(
      `select agency_name as "agencyName", code, title, reasons from legal_impact.reach_documents($1, $2)`,
      [id, limit],
    );
  }

  /** The change that a text of the caller's sight made, or null. */
  async ofText(tx: ReadTransaction, textId: string): Promise<string | null> {
    const row = await tx.one<{ id: string }>(
      `select id from legal_impact.change
        where text_id = $1 and state <> 'withdrawn' and (state <> 'recorded' or steward_agency_id = (select app.agency_id())) limit 1`,
      [textId],
    );
    return row?.id ?? null;
  }
}
