import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { stagesAhead } from '../domain/reminder-plan';
import { firstEscalation, shippedRule } from '../domain/rules/reminder-rule';
import { type RuleInForce, RulesRepository } from './rules/rules.repository';

export type ReminderChannel = 'in-app' | 'mail';

export interface NewReminder {
  /**
   * The shipped rule, e.g. `legal-impact.revise/1`. What the installation, the province or the agency has set for this
   * kind comes before it; a running obligation keeps what it began with.
   */
  ruleVersion: string;
  subjectType: string;
  subjectId: string;
  /** Person ids. */
  recipients: readonly string[];
  dueOn: LocalDate;
  title: string;
  /** Path in the staff app, beginning with a slash. */
  link: string;
  /** Days before the deadline of the shipped rule, when it is not the usual one. */
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
  constructor(
    private readonly clock: Clock,
    private readonly rules: RulesRepository,
  ) {}

  /** Two statements, however many people: the rule, then the obligation with all of its reminders. */
  async plan(tx: WriteTransaction, reminder: NewReminder): Promise<void> {
    const { subjectType, subjectId, dueOn, channels = ['in-app', 'mail'] } = reminder;
    const kind = kindOf(reminder.ruleVersion);
    const rule = (await this.rules.forSubject(tx, { kind, subjectType, subjectId })) ?? ofProduct(reminder);
    const today = todayIn(this.clock.now());
    await tx.change(PLAN, [
      tx.actor.agencyId,
      kind,
      subjectType,
      subjectId,
      dueOn,
      reminder.title,
      reminder.link,
      [...new Set(reminder.recipients)],
      stagesAhead(dueOn, today, rule),
      channels,
      rule.ruleVersion,
      rule.stages,
      rule.repeatDays,
      JSON.stringify(rule.escalation),
      shippedRule(kind).passesOn,
      firstEscalation(rule, dueOn, today),
    ]);
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
              where d.agency_id = $1 and d.id = l.dispatch_id and d.state = 'planned'))),
       obligations as (
         update notifications.obligation o set closed_at = clock_timestamp(), close_reason = $4
          where agency_id = $1 and subject_type = $2 and subject_id = $3 and closed_at is null
            -- Of one person only: the others' duty goes on.
            and ($5::uuid is null or not exists (select from notifications.reminder r
              where r.agency_id = $1 and r.obligation_id = o.id and r.state in ('planned', 'due')
                and r.recipient_id <> $5)))
       update notifications.reminder set state = 'cancelled', cancel_reason = $4
        where agency_id = $1 and subject_type = $2 and subject_id = $3 and state in ('planned', 'due')
          and ($5::uuid is null or recipient_id = $5)`,
      [tx.actor.agencyId, subjectType, subjectId, reason, recipientId ?? null],
    );
  }
}

/** `legal-impact.revise/1` → `legal-impact.revise`. */
function kindOf(ruleVersion: string): string {
  return ruleVersion.split('/')[0] ?? ruleVersion;
}

function ofProduct({ ruleVersion, stages }: NewReminder): RuleInForce {
  const shipped = shippedRule(kindOf(ruleVersion));
  return { ...shipped, stages: stages ?? shipped.stages, ruleVersion };
}

/** A moved deadline ends what was planned for these people by the old one. */
const PLAN = `
  with moved as (
    update notifications.reminder set state = 'cancelled', cancel_reason = 'deadline moved'
     where agency_id = $1 and subject_type = $3 and subject_id = $4 and due_on <> $5
       and split_part(rule_version, '/', 1) = $2 and recipient_id = any ($8::uuid[]) and state in ('planned', 'due')),
  over as (
    update notifications.obligation o set closed_at = clock_timestamp(), close_reason = 'deadline moved'
     where agency_id = $1 and kind = $2 and subject_type = $3 and subject_id = $4 and due_on <> $5 and closed_at is null
       and not exists (select from notifications.reminder r
         where r.agency_id = $1 and r.obligation_id = o.id and r.state in ('planned', 'due')
           and r.recipient_id <> all ($8::uuid[]))),
  obligation as (
    insert into notifications.obligation (agency_id, kind, subject_type, subject_id, due_on, title, link, rule_version,
      stages, repeat_days, escalation, passes_on, escalate_on)
    values ($1, $2, $3, $4, $5, $6, $7, $11, $12::integer[], $13, $14::jsonb, $15, $16)
    on conflict on constraint obligation_once do update
      set closed_at = null, close_reason = null, title = excluded.title, link = excluded.link
    returning id, rule_version)
  insert into notifications.reminder
    (agency_id, rule_version, subject_type, subject_id, due_on, title, link, recipient_id, stage, channel, obligation_id)
  select $1, o.rule_version, $3, $4, $5, $6, $7, person, stage, channel, o.id
    from obligation o, unnest($8::uuid[]) as person, unnest($9::integer[]) as stage, unnest($10::text[]) as channel
  on conflict on constraint reminder_once do update
    set state = 'planned', cancel_reason = null, obligation_id = excluded.obligation_id
    where reminder.state = 'cancelled'`;
