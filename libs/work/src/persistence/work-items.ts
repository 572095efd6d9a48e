import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CloseWork, type OpenWork } from '../domain/work-item';

@Injectable()
export class WorkItems {
  /** One statement for all people; one who is to do it is not also a follower. */
  async open(tx: WriteTransaction, work: OpenWork): Promise<number> {
    const assignees = new Set(work.assigneeIds);
    const followers = [...new Set(work.followerIds ?? [])].filter((id) => !assignees.has(id));
    const people = [...assignees, ...followers];
    if (people.length === 0) return 0;
    return tx.change(
      `insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, following, title, detail, link, due_on)
       select $1, $2, $3, $4, person, person = any ($6::uuid[]), $7, $8, $9, $10::date from unnest($5::uuid[]) as person
       on conflict (agency_id, kind, subject_type, subject_id, assignee_id) where closed_at is null do update
         set following = excluded.following, title = excluded.title, detail = excluded.detail, link = excluded.link,
             due_on = excluded.due_on
       where (item.following, item.title, item.detail, item.link, item.due_on)
             is distinct from (excluded.following, excluded.title, excluded.detail, excluded.link, excluded.due_on)`,
      [
        tx.actor.agencyId,
        work.kind,
        work.subjectType,
        work.subjectId,
        people,
        followers,
        work.title,
        work.detail ?? null,
        work.link,
        work.dueOn ?? null,
      ],
    );
  }

  async close(
    tx: WriteTransaction,
    { subjectType, subjectId, kind, assigneeId, reason }: CloseWork,
  ): Promise<number> {
    return tx.change(
      `update work.item set closed_at = clock_timestamp(), close_reason = $6
        where agency_id = $1 and subject_type = $2 and subject_id = $3 and closed_at is null
          and ($4::text is null or kind = $4) and ($5::uuid is null or assignee_id = $5)`,
      [tx.actor.agencyId, subjectType, subjectId, kind ?? null, assigneeId ?? null, reason],
    );
  }
}
