import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** "Việc của tôi": what waits for whom. Filled by the slices that know, inside their own transactions. */
export class WorkItems1763860010002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema work;
      grant usage on schema work to iso_app, iso_worker, iso_definer, iso_backup;

      create table work.item (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        kind text not null check (kind in ('review', 'approve', 'confirm-drafting', 'register-decision', 'revise',
          'assess', 'register-declaration', 'sign-declaration', 'fix-returned')),
        subject_type text not null,
        subject_id uuid not null,
        assignee_id uuid not null,
        -- A secretary who follows the work of others: seen, but not counted as own.
        following boolean not null default false,
        title text not null,
        detail text,
        link text not null,
        due_on date,
        opened_at timestamptz not null default clock_timestamp(),
        closed_at timestamptz,
        close_reason text,
        -- Open work of a dissolved agency goes on in a new row of its successor.
        continues_id uuid,
        primary key (agency_id, id),
        check ((closed_at is null) = (close_reason is null))
      );
      create unique index item_open_once on work.item (agency_id, kind, subject_type, subject_id, assignee_id)
        where closed_at is null;
      create index item_of_person on work.item (agency_id, assignee_id, due_on, opened_at, id) where closed_at is null;
      create index item_of_subject on work.item (agency_id, subject_type, subject_id) where closed_at is null;
      ${tenantTable('work.item')};
      grant select, insert, update on work.item to iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema work cascade');
  }
}
