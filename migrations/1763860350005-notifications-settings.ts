import { registerTable, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What an agency allows in mails and when, and what each person has chosen within it. */
export class NotificationsSettings1763860350005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table notifications.policy (
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        -- Kinds of notices that are mailed at once.
        urgent_kinds text[] not null,
        earliest_hour integer not null check (earliest_hour between 0 and 23),
        latest_hour integer not null check (latest_hour between earliest_hour and 23),
        -- May people go without mails of mere information?
        may_mute boolean not null,
        -- May urgent mails wait through a person's quiet hours?
        may_quiet boolean not null,
        set_by text not null,
        set_at timestamptz not null default clock_timestamp(),
        -- The latest one holds.
        version integer not null check (version > 0),
        primary key (steward_agency_id, version)
      );
      ${registerTable('notifications.policy')};

      create table notifications.preference (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        person_id uuid not null,
        digest_hour integer check (digest_hour between 0 and 23),
        mutes_information boolean not null default false,
        quiet_from integer check (quiet_from between 0 and 23),
        quiet_until integer check (quiet_until between 0 and 23),
        primary key (agency_id, id),
        constraint preference_once unique (agency_id, person_id),
        check ((quiet_from is null) = (quiet_until is null))
      );
      ${tenantTable('notifications.preference')};

      -- A duty; a mail of nothing but information may be unsubscribed from.
      alter table notifications.dispatch_line add column duty boolean not null default true;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table notifications.dispatch_line drop column duty;
      drop table notifications.preference;
      drop table notifications.policy;
    `);
  }
}
