import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeadlineBasis } from '../domain/deadline';

/** Open assessments of one change whose deadline the rule gave. */
export interface CountedDeadline {
  changeId: string;
  basis: DeadlineBasis;
  deadlineOn: LocalDate;
}

interface Moving {
  kind: 'extension' | 'calendar';
  until: LocalDate;
  reason: string;
}

@Injectable()
export class DeadlineMovesRepository {
  /** Deadlines that the rule gave and nobody has extended: the calendar may move them. */
  counted(tx: WriteTransaction): Promise<CountedDeadline[]> {
    return tx.query<CountedDeadline>(
      `select distinct a.change_id as "changeId", c.deadline_basis as basis, a.deadline_on as "deadlineOn"
         from legal_impact.assessment a
         join legal_impact.change c on c.id = a.change_id and c.deadline_basis is not null
        where a.agency_id = $1 and a.closed_at is null and a.deadline_on = a.original_deadline_on
        order by 1`,
      [tx.actor.agencyId],
    );
  }

  /** The rule gives another day now, so the day that counts as in time is another one too. @returns tasks */
  async recount(
    tx: WriteTransaction,
    { changeId, deadlineOn }: CountedDeadline,
    { until, reason }: Omit<Moving, 'kind'>,
  ): Promise<string[]> {
    const ids = await tx.query<{ id: string }>(
      `update legal_impact.assessment set deadline_on = $4, original_deadline_on = $4, row_version = row_version + 1
        where agency_id = $1 and change_id = $2 and closed_at is null and deadline_on = $3 and original_deadline_on = $3
        returning id`,
      [tx.actor.agencyId, changeId, deadlineOn, until],
    );
    return this.#note(
      tx,
      ids.map(({ id }) => ({ id, fromOn: deadlineOn })),
      { kind: 'calendar', until, reason },
    );
  }

  /** More time for some; the first deadline stays beside it. @returns tasks and how many moved */
  async extend(
    tx: WriteTransaction,
    assessmentIds: readonly string[],
    moving: Omit<Moving, 'kind'>,
  ): Promise<{ taskIds: string[]; moved: number }> {
    const rows = await tx.query<{ id: string; fromOn: LocalDate }>(
      `with before as (
         select id, deadline_on from legal_impact.assessment
          where agency_id = $1 and id = any ($2::uuid[]) and closed_at is null and deadline_on < $3 for update)
       update legal_impact.assessment a set deadline_on = $3, row_version = a.row_version + 1
         from before where a.agency_id = $1 and a.id = before.id
       returning a.id, before.deadline_on as "fromOn"`,
      [tx.actor.agencyId, assessmentIds, moving.until],
    );
    return { taskIds: await this.#note(tx, rows, { kind: 'extension', ...moving }), moved: rows.length };
  }

  async #note(
    tx: WriteTransaction,
    rows: readonly { id: string; fromOn: LocalDate }[],
    { kind, until, reason }: Moving,
  ): Promise<string[]> {
    if (rows.length === 0) return [];
    const { agencyId, personId, personName } = tx.actor;
    await tx.change(
      `insert into legal_impact.deadline_move (agency_id, assessment_id, kind, from_on, until_on, reason, moved_by,
         moved_by_name, moved_by_agency)
       select $1, r.id, $3, r."fromOn", $4, $5, $6, $7, g.name
         from jsonb_to_recordset($2::jsonb) as r(id uuid, "fromOn" date)
         join organization.pub_agency g on g.id = $1`,
      [agencyId, JSON.stringify(rows), kind, until, reason, personId, personName],
    );
    const tasks = await tx.query<{ taskId: string }>(
      `select distinct task_id as "taskId" from legal_impact.assessment
        where agency_id = $1 and id = any ($2::uuid[]) and task_id is not null`,
      [agencyId, rows.map(({ id }) => id)],
    );
    return tasks.map(({ taskId }) => taskId);
  }
}
