import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { stagesAhead } from '../domain/reminder-plan';

export type ReminderChannel = 'in-app' | 'mail';

export interface NewReminder {
  /** Which rule, in which wording of it, e.g. `legal-impact.revise/1`. */
  ruleVersion: string;
  subjectType: string;
  subjectId: string;
  /** Person ids. */
  recipients: readonly string[];
  dueOn: LocalDate;
  title: string;
  /** Path in the staff app, beginning with a slash. */
  link: string;
  /** Days before the deadline; by default 30, 14, 7, 3, 1, 0, then weekly. */
  stages?: readonly number[];
  channels?: readonly ReminderChannel[];
}

export interface Cancelling {
  subjectType: string;
  subjectId: string;
  reason: string;
  /** Everybody's when absent. */
  recipientId?: string;
}

@Injectable()
export class Reminders {
  constructor(private readonly clock: Clock) {}

  async plan(tx: WriteTransaction, reminder: NewReminder): Promise<void> {
    const { ruleVersion, subjectType, subjectId, dueOn, channels = ['in-app', 'mail'] } = reminder;
    const stages = stagesAhead(dueOn, todayIn(this.clock.now()), reminder.stages);
    await tx.change(
      `update notifications.reminder set state = 'cancelled', cancel_reason = 'deadline moved'
        where agency_id = $1 and rule_version = $2 and subject_type = $3 and subject_id = $4 and due_on <> $5
          and state in ('planned', 'due')`,
      [tx.actor.agencyId, ruleVersion, subjectType, subjectId, dueOn],
    );
    await tx.change(
      `insert into notifications.reminder
         (agency_id, rule_version, subject_type, subject_id, due_on, title, link, recipient_id, stage, channel)
       select $1, $2, $3, $4, $5, $6, $7, person, stage, channel
         from unnest($8::uuid[]) as person, unnest($9::integer[]) as stage, unnest($10::text[]) as channel
       on conflict on constraint reminder_once do update set state = 'planned', cancel_reason = null
         where reminder.state = 'cancelled'`,
      [
        tx.actor.agencyId,
        ruleVersion,
        subjectType,
        subjectId,
        dueOn,
        reminder.title,
        reminder.link,
        [...new Set(reminder.recipients)],
        stages,
        channels,
      ],
    );
  }

  /** Nothing leaves any more about this subject: neither a reminder nor a line that waits for its mail. */
  async cancel(
    tx: WriteTransaction,
    { subjectType, subjectId, reason, recipientId }: Cancelling,
  ): Promise<void> {
    await tx.change(
      `with lines as (
         update notifications.dispatch_line l set state = 'cancelled', dispatch_id = null
          where agency_id = $1 and subject_type = $2 and subject_id = $3
            and ($5::uuid is null or recipient_id = $5)
            and (state = 'waiting' or exists (select from notifications.dispatch d
              where d.agency_id = $1 and d.id = l.dispatch_id and d.state = 'planned')))
       update notifications.reminder set state = 'cancelled', cancel_reason = $4
        where agency_id = $1 and subject_type = $2 and subject_id = $3 and state in ('planned', 'due')
          and ($5::uuid is null or recipient_id = $5)`,
      [tx.actor.agencyId, subjectType, subjectId, reason, recipientId ?? null],
    );
  }
}
