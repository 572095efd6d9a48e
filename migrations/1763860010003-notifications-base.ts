import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Notices in the application, reminders as rows, and mails: one digest per person, agency and day. */
export class NotificationsBase1763860010003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema notifications;
      grant usage on schema notifications to iso_app, iso_worker, iso_definer, iso_backup;

      create table notifications.notice (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        recipient_id uuid not null,
        kind text not null,
        subject_type text not null,
        subject_id uuid not null,
        -- What made it: the same occasion tells a person once. None = each call is an occasion of its own.
        occasion text,
        title text not null,
        body text,
        link text,
        at timestamptz not null default clock_timestamp(),
        read_at timestamptz,
        primary key (agency_id, id),
        constraint notice_once unique (agency_id, recipient_id, kind, subject_type, subject_id, occasion)
      );
      create index notice_of_person on notifications.notice (agency_id, recipient_id, at desc, id desc);
      create index notice_unread on notifications.notice (agency_id, recipient_id) where read_at is null;
      ${tenantTable('notifications.notice')};

      create table notifications.reminder (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        rule_version text not null,
        subject_type text not null,
        subject_id uuid not null,
        -- Days before the deadline; below zero = days after it, weekly.
        stage integer not null,
        due_on date not null,
        recipient_id uuid not null,
        channel text not null check (channel in ('in-app', 'mail')),
        -- Never before this day; on a weekend or holiday it waits for the next working day.
        remind_on date not null generated always as (due_on - stage) stored,
        title text not null,
        link text not null,
        state text not null default 'planned' check (state in ('planned', 'due', 'sent', 'cancelled')),
        cancel_reason text,
        sent_at timestamptz,
        primary key (agency_id, id),
        constraint reminder_once unique
          (agency_id, rule_version, subject_type, subject_id, stage, due_on, recipient_id, channel),
        check ((state = 'cancelled') = (cancel_reason is not null))
      );
      create index reminder_planned on notifications.reminder (agency_id, remind_on) where state = 'planned';
      create index reminder_of_subject on notifications.reminder (agency_id, subject_type, subject_id)
        where state in ('planned', 'due');
      ${tenantTable('notifications.reminder', { claimedByWorker: true })};

      -- One mail. Its id is the Message-ID, so a second try is the same mail.
      create table notifications.dispatch (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        recipient_id uuid not null,
        day date not null,
        kind text not null check (kind in ('digest', 'urgent')),
        batch integer not null default 0,
        state text not null default 'planned'
          check (state in ('planned', 'sending', 'sent', 'uncertain', 'failed', 'cancelled')),
        attempts integer not null default 0,
        -- Tries that may have been delivered: an uncertain mail is tried once more, never twice.
        unsure_tries integer not null default 0,
        next_try_at timestamptz not null default clock_timestamp(),
        claimed_until timestamptz,
        sent_at timestamptz,
        last_error text,
        primary key (agency_id, id),
        constraint dispatch_once unique (agency_id, recipient_id, day, kind, batch)
      );
      create index dispatch_open on notifications.dispatch (agency_id, next_try_at)
        where state in ('planned', 'sending', 'uncertain');
      ${tenantTable('notifications.dispatch', { claimedByWorker: true })};

      -- What a mail will say: a title and a link, no content.
      create table notifications.dispatch_line (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        recipient_id uuid not null,
        source text not null check (source in ('notice', 'reminder')),
        source_id uuid not null,
        subject_type text not null,
        subject_id uuid not null,
        title text not null,
        link text,
        due_on date,
        urgent boolean not null,
        state text not null default 'waiting' check (state in ('waiting', 'attached', 'cancelled')),
        dispatch_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id),
        foreign key (agency_id, dispatch_id) references notifications.dispatch (agency_id, id),
        constraint dispatch_line_once unique (agency_id, source, source_id),
        check ((state = 'attached') = (dispatch_id is not null))
      );
      create index dispatch_line_waiting on notifications.dispatch_line (agency_id, recipient_id, urgent)
        where state = 'waiting';
      create index dispatch_line_of_subject on notifications.dispatch_line (agency_id, subject_type, subject_id)
        where state = 'waiting';
      create index dispatch_line_of_mail on notifications.dispatch_line (agency_id, dispatch_id);
      ${tenantTable('notifications.dispatch_line', { claimedByWorker: true })};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema notifications cascade');
  }
}
