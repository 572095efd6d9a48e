import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

const BATCH = 500;

/** What people read: how many days are left, or gone. */
const TITLE = `case when d.due_on > $2::date then 'Còn ' || (d.due_on - $2::date) || ' ngày: ' || d.title
                    when d.due_on = $2::date then 'Đến hạn hôm nay: ' || d.title
                    else 'Quá hạn ' || ($2::date - d.due_on) || ' ngày: ' || d.title end`;

const GONE = `not exists (select from identity.pub_membership m
                where m.agency_id = $1 and m.person_id = r.recipient_id and m.valid @> $2::date)`;

/** Reminders of one agency whose day has come. */
@Injectable()
export class DueReminders {
  /** Those who left are told nothing; a duty of their post goes on to whoever is in duty now. */
  async passOn(tx: WriteTransaction, today: LocalDate): Promise<void> {
    await tx.change(
      `with gone as (
         select r.*, case when o.passes_on then identity.pub_successor($1, r.recipient_id, $2::date) end as heir
           from notifications.reminder r
           join notifications.obligation o on o.agency_id = r.agency_id and o.id = r.obligation_id
          where r.agency_id = $1 and r.state = 'planned'
            and r.recipient_id in (select x.recipient_id from notifications.reminder x
              where x.agency_id = $1 and x.state = 'planned' and x.remind_on <= $2)
            and ${GONE}
            for update of r skip locked),
       handed as (
         insert into notifications.reminder (agency_id, rule_version, subject_type, subject_id, due_on, title, link,
           recipient_id, stage, channel, obligation_id)
         select agency_id, rule_version, subject_type, subject_id, due_on, title, link, heir, stage, channel,
                obligation_id
           from gone where heir is not null
         on conflict on constraint reminder_once do nothing)
       update notifications.reminder r set state = 'cancelled',
              cancel_reason = case when gone.heir is null then 'recipient left' else 'recipient left, passed on' end
         from gone where r.agency_id = gone.agency_id and r.id = gone.id`,
      [tx.actor.agencyId, today],
    );
  }

  /**
   * Turns what is due into notices and lines of mail, and plans the next one after the deadline, in one statement: a
   * crash leaves all of it or nothing. Each reminder makes one notice or one line, whatever runs twice.
   * @returns how many were due
   */
  async release(tx: WriteTransaction, today: LocalDate): Promise<number> {
    return tx.change(
      `with d as (
         select r.*, o.repeat_days from notifications.reminder r
           join notifications.obligation o on o.agency_id = r.agency_id and o.id = r.obligation_id
          where r.agency_id = $1 and r.state = 'planned' and r.remind_on <= $2
            -- Stages that a holiday has pushed onto one day are told as one: the nearest of them.
            and not exists (select from notifications.reminder n
              where n.agency_id = $1 and n.obligation_id = r.obligation_id and n.recipient_id = r.recipient_id
                and n.channel = r.channel and n.state = 'planned' and n.remind_on <= $2 and n.stage < r.stage)
          order by r.remind_on, r.id limit ${String(BATCH)} for update of r skip locked),
       earlier as (
         update notifications.reminder e set state = 'sent', sent_at = clock_timestamp()
           from d where e.agency_id = $1 and e.obligation_id = d.obligation_id and e.recipient_id = d.recipient_id
            and e.channel = d.channel and e.state = 'planned' and e.remind_on <= $2 and e.stage > d.stage),
       notices as (
         insert into notifications.notice
           (agency_id, recipient_id, kind, subject_type, subject_id, occasion, title, link)
         select d.agency_id, d.recipient_id, 'reminder', d.subject_type, d.subject_id, d.id::text, ${TITLE}, d.link
           from d where d.channel = 'in-app'
         on conflict on constraint notice_once do nothing),
       lines as (
         insert into notifications.dispatch_line (agency_id, recipient_id, source, source_id, subject_type, subject_id,
           title, link, due_on, urgent)
         select d.agency_id, d.recipient_id, 'reminder', d.id, d.subject_type, d.subject_id, ${TITLE}, d.link, d.due_on,
                false
           from d where d.channel = 'mail'
         on conflict on constraint dispatch_line_once do nothing),
       again as (
         insert into notifications.reminder (agency_id, rule_version, subject_type, subject_id, due_on, title, link,
           recipient_id, channel, stage, obligation_id)
         select d.agency_id, d.rule_version, d.subject_type, d.subject_id, d.due_on, d.title, d.link, d.recipient_id,
                d.channel, -d.repeat_days * (($2::date - d.due_on) / d.repeat_days + 1), d.obligation_id
           from d where d.stage <= 0
         on conflict on constraint reminder_once do nothing)
       update notifications.reminder r
          set state = case r.channel when 'mail' then 'due' else 'sent' end,
              sent_at = case r.channel when 'mail' then null else clock_timestamp() end
         from d where r.agency_id = d.agency_id and r.id = d.id`,
      [tx.actor.agencyId, today],
    );
  }
}
