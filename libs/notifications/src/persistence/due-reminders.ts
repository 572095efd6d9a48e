import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

const BATCH = 500;

/** What people read: how many days are left, or gone. */
const TITLE = `case when d.due_on > $2::date then 'Còn ' || (d.due_on - $2::date) || ' ngày: ' || d.title
                    when d.due_on = $2::date then 'Đến hạn hôm nay: ' || d.title
                    else 'Quá hạn ' || ($2::date - d.due_on) || ' ngày: ' || d.title end`;

/** Reminders of one agency whose day has come. */
@Injectable()
export class DueReminders {
  /** Those who left are told nothing. */
  async dropLeavers(tx: WriteTransaction, today: LocalDate): Promise<void> {
    await tx.change(
      `update notifications.reminder r set state = 'cancelled', cancel_reason = 'recipient left'
        where r.agency_id = $1 and r.state = 'planned' and r.remind_on <= $2
          and not exists (select from identity.pub_membership m
            where m.agency_id = $1 and m.person_id = r.recipient_id and m.valid @> $2::date)`,
      [tx.actor.agencyId, today],
    );
  }

  /**
   * Turns what is due into notices and lines of mail, and plans the next weekly one, in one statement: a crash leaves
   * all of it or nothing. Each reminder makes one notice or one line, whatever runs twice.
   * @returns how many were due
   */
  async release(tx: WriteTransaction, today: LocalDate): Promise<number> {
    return tx.change(
      `with d as (
         select * from notifications.reminder
          where agency_id = $1 and state = 'planned' and remind_on <= $2
          order by remind_on, id limit ${String(BATCH)} for update skip locked),
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
       weekly as (
         insert into notifications.reminder (agency_id, rule_version, subject_type, subject_id, due_on, title, link,
           recipient_id, channel, stage)
         select d.agency_id, d.rule_version, d.subject_type, d.subject_id, d.due_on, d.title, d.link, d.recipient_id,
                d.channel, -7 * (($2::date - d.due_on) / 7 + 1)
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
