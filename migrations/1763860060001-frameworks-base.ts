import { registerTable, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Model sets issued above and the clones that agencies made of them (G3). */
export class FrameworksBase1763860060001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema frameworks;
      grant usage on schema frameworks to iso_app, iso_worker, iso_definer, iso_backup;

      create table frameworks.model_set (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        title text not null,
        edition text not null,
        version_no integer not null,
        published_on date,
        row_version integer not null default 1,
        unique (steward_agency_id, title, version_no)
      );
      ${registerTable('frameworks.model_set')};
      create table frameworks.model_section (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        model_set_id uuid not null references frameworks.model_set (id),
        ordinal integer not null,
        heading text not null,
        body text not null,
        section_lock text not null check (section_lock in ('locked', 'extensible', 'free')),
        row_version integer not null default 1
      );
      create index model_section_order on frameworks.model_section (model_set_id, ordinal);
      ${registerTable('frameworks.model_section')};
      create table frameworks.clone (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        model_set_id uuid not null references frameworks.model_set (id),
        -- The version that was copied: what a later change upstream is compared with (R10).
        base_version_no integer not null,
        cloned_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint clone_once unique (agency_id, model_set_id)
      );
      ${tenantTable('frameworks.clone')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema frameworks cascade');
  }
}
