import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface PlannedOn {
  recipientId: string;
  remindOn: LocalDate;
  count: number;
}

@Injectable()
export class MovedRemindersRepository {
  /** Obligations that people would be reminded of on these days. */
  plannedBetween(tx: ReadTransaction, from: LocalDate, until: LocalDate): Promise<PlannedOn[]> {
    return tx.query<PlannedOn>(
      `select recipient_id as "recipientId", remind_on as "remindOn", count(distinct obligation_id)::integer as count
         from notifications.reminder
        where agency_id = $1 and state = 'planned' and remind_on between $2 and $3
        group by recipient_id, remind_on order by remind_on, recipient_id`,
      [tx.actor.agencyId, from, until],
    );
  }
}
