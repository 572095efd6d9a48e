import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type WorkGroup, type WorkKind } from '../domain/work-item';

export interface WorkItemRow {
  id: string;
  kind: WorkKind;
  title: string;
  detail: string | null;
  link: string;
  dueOn: string | null;
  openedAt: Date;
  group: WorkGroup;
  following: boolean;
  /** When a công văn đôn đốc last named it. */
  urgedOn: string | null;
  /** Whose work it is, when the caller stands in for somebody today (G12). */
  onBehalfOf: string | null;
  /** Day that the list is ordered by: the deadline, or a week after opening. */
  sortOn: string;
}

export interface WorkCount {
  work: number;
  overdue: number;
}

export type WorkGroups = Record<WorkGroup, number>;

export interface WorkPage {
  group: WorkGroup | null;
  after: readonly [sortOn: string, id: string] | null;
  limit: number;
}

const GROUP = `case when i.due_on < app.today() then 'overdue'
                    when i.due_on is null or i.due_on <= app.today() + 7 then 'this-week' else 'later' end`;
const SORT_ON = `coalesce(i.due_on, (i.opened_at at time zone 'Asia/Ho_Chi_Minh')::date + 7)`;

/** The station of a route that a piece of work stands for; other work cannot be done for somebody else. */
const STATION = `case i.kind when 'check-iso' then 'iso-check' when 'check-form' then 'form-check'
                             when 'review' then 'review' when 'approve' then 'approve' end`;

/** Own work of person $2, and the stations of those for whom that person stands in today. */
const HELD = `work.item i
         left join lateral (
           select m.from_person_name
             from organization.pub_delegation_today m
            where m.agency_id = i.agency_id and m.to_person_id = $2 and m.from_person_id = i.assignee_id
              and not i.following and (cardinality(m.scope) = 0 or ${STATION} = any(m.scope))
              and ${STATION} is not null
            limit 1) m on i.assignee_id <> $2
        where i.agency_id = $1 and i.closed_at is null
          and i.assignee_id in (select $2::uuid union all
                select d.from_person_id from organization.pub_delegation_today d
                 where d.agency_id = $1 and d.to_person_id = $2)
          and (i.assignee_id = $2 or m.from_person_name is not null)`;

/** Open work of the caller, and of those for whom the caller acts. */
@Injectable()
export class WorkItemsQuery {
  list(tx: ReadTransaction, { group, after, limit }: WorkPage): Promise<WorkItemRow[]> {
    return tx.query<WorkItemRow>(
      `select i.id, i.kind, i.title, i.detail, i.link, i.due_on as "dueOn", i.opened_at as "openedAt", i.following,
              m.from_person_name as "onBehalfOf", i.urged_on as "urgedOn", ${GROUP} as "group", ${SORT_ON} as "sortOn"
         from ${HELD}
          and ($3::text is null or ${GROUP} = $3)
          and ($4::date is null or (${SORT_ON}, i.id) > ($4::date, $5::uuid))
        order by ${SORT_ON}, i.id
        limit $6`,
      [tx.actor.agencyId, tx.actor.personId, group, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** How much of the list stands in each group, followed work too. */
  async groups(tx: ReadTransaction): Promise<WorkGroups> {
    const rows = await tx.query<{ group: WorkGroup; count: number }>(
      `select ${GROUP} as "group", count(*)::integer as count from ${HELD} group by 1`,
      [tx.actor.agencyId, tx.actor.personId],
    );
    const none: WorkGroups = { overdue: 0, 'this-week': 0, later: 0 };
    return { ...none, ...Object.fromEntries(rows.map(({ group, count }) => [group, count])) };
  }

  async count(tx: ReadTransaction): Promise<WorkCount> {
    const row = await tx.one<WorkCount>(
      `select count(*) as work, count(*) filter (where i.due_on < app.today()) as overdue
         from ${HELD}
          and not i.following`,
      [tx.actor.agencyId, tx.actor.personId],
    );
    return row ?? { work: 0, overdue: 0 };
  }
}
