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
  /** Day that the list is ordered by: the deadline, or a week after opening. */
  sortOn: string;
}

export interface WorkCount {
  work: number;
  overdue: number;
}

export interface WorkPage {
  group: WorkGroup | null;
  after: readonly [sortOn: string, id: string] | null;
  limit: number;
}

const GROUP = `case when i.due_on < app.today() then 'overdue'
                    when i.due_on is null or i.due_on <= app.today() + 7 then 'this-week' else 'later' end`;
const SORT_ON = `coalesce(i.due_on, (i.opened_at at time zone 'Asia/Ho_Chi_Minh')::date + 7)`;

/** Open work of the caller. */
@Injectable()
export class WorkItemsQuery {
  list(tx: ReadTransaction, { group, after, limit }: WorkPage): Promise<WorkItemRow[]> {
    return tx.query<WorkItemRow>(
      `select i.id, i.kind, i.title, i.detail, i.link, i.due_on as "dueOn", i.opened_at as "openedAt", i.following,
              ${GROUP} as "group", ${SORT_ON} as "sortOn"
         from work.item i
        where i.agency_id = $1 and i.assignee_id = $2 and i.closed_at is null
          and ($3::text is null or ${GROUP} = $3)
          and ($4::date is null or (${SORT_ON}, i.id) > ($4::date, $5::uuid))
        order by ${SORT_ON}, i.id
        limit $6`,
      [tx.actor.agencyId, tx.actor.personId, group, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  async count(tx: ReadTransaction): Promise<WorkCount> {
    const row = await tx.one<WorkCount>(
      `select count(*) as work, count(*) filter (where due_on < app.today()) as overdue
         from work.item
        where agency_id = $1 and assignee_id = $2 and closed_at is null and not following`,
      [tx.actor.agencyId, tx.actor.personId],
    );
    return row ?? { work: 0, overdue: 0 };
  }
}
