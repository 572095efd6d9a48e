import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CalendarEntry } from '../domain/icalendar';

const MOST_ENTRIES = 1000;

@Injectable()
export class CalendarFeedsRepository {
  own(tx: ReadTransaction): Promise<{ createdAt: Date } | null> {
    return tx.one(
      `select created_at as "createdAt" from work.calendar_feed
        where agency_id = $1 and person_id = $2 and revoked_at is null`,
      [tx.actor.agencyId, tx.actor.personId],
    );
  }

  /** @returns whether there was one */
  async revoke(tx: WriteTransaction): Promise<boolean> {
    const revoked = await tx.change(
      `update work.calendar_feed set revoked_at = clock_timestamp()
        where agency_id = $1 and person_id = $2 and revoked_at is null`,
      [tx.actor.agencyId, tx.actor.personId],
    );
    return revoked > 0;
  }

  async add(tx: WriteTransaction, tokenHash: string): Promise<void> {
    await tx.change('insert into work.calendar_feed (agency_id, person_id, token_hash) values ($1, $2, $3)', [
      tx.actor.agencyId,
      tx.actor.personId,
      tokenHash,
    ]);
  }

  /** Whose calendar it is, and what stands in it; null when the secret is none or its person has left. */
  async read(
    tx: ReadTransaction,
    tokenHash: string,
  ): Promise<{ personName: string; entries: CalendarEntry[] } | null> {
    const rows = await tx.query<{
      personName: string;
      id: string | null;
      title: string;
      link: string;
      dueOn: CalendarEntry['dueOn'];
      openedAt: Date;
    }>(
      `select m.person_name as "personName", i.id, i.title, i.link, i.due_on as "dueOn",
              i.opened_at as "openedAt"
         from work.calendar_feed f
         join identity.pub_membership m
           on m.agency_id = f.agency_id and m.person_id = f.person_id and m.valid @> app.today()
         left join work.item i on i.agency_id = f.agency_id and i.assignee_id = f.person_id and i.closed_at is null
          and not i.following and i.due_on is not null
        where f.agency_id = $1 and f.token_hash = $2 and f.revoked_at is null
        order by i.due_on, i.id limit ${String(MOST_ENTRIES)}`,
      [tx.actor.agencyId, tokenHash],
    );
    const [first] = rows;
    if (first === undefined) return null;
    const entries = rows.flatMap(({ id, title, link, dueOn, openedAt }) =>
      id === null ? [] : [{ id, title, link, dueOn, openedAt }],
    );
    return { personName: first.personName, entries };
  }
}
