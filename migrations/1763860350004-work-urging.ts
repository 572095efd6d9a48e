import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Công văn đôn đốc (OF-10): what it named is kept as it was; each piece of work remembers when it was urged. */
export class WorkUrging1763860350004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work.item add column urged_on date, add column urged_count integer not null default 0;
      create index item_overdue on work.item (agency_id, due_on, id) where closed_at is null and not following;

      create table work.urging (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        made_on date not null,
        made_at timestamptz not null default clock_timestamp(),
        made_by text not null,
        -- Trích yếu, after "V/v".
        subject text not null,
        addressees text[] not null,
        -- Đơn vị, tài liệu, người được giao, hạn, số ngày quá hạn.
        lines jsonb not null,
        line_count integer not null check (line_count > 0),
        primary key (agency_id, id)
      );
      create index urging_latest on work.urging (agency_id, made_at desc, id desc);
      ${tenantTable('work.urging')};

      -- A person's own address of the calendar; the secret is known to that person alone.
      create table work.calendar_feed (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        person_id uuid not null,
        token_hash text not null,
        created_at timestamptz not null default clock_timestamp(),
        revoked_at timestamptz,
        primary key (agency_id, id)
      );
      create unique index calendar_feed_once on work.calendar_feed (agency_id, person_id) where revoked_at is null;
      create index calendar_feed_token on work.calendar_feed (agency_id, token_hash) where revoked_at is null;
      ${tenantTable('work.calendar_feed')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table work.calendar_feed;
      drop table work.urging;
      drop index work.item_overdue;
      alter table work.item drop column urged_on, drop column urged_count;
    `);
  }
}
