import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What the province may see: its own tables, filled by facts, under a policy on the province (OV-04, OV-10). */
export class OversightBase1763860060007 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema oversight;
      grant usage on schema oversight to iso_app, iso_worker, iso_definer, iso_backup;

      -- Filled by facts in the name of the agency; read by the province whose path it bears. No working table is read.
      create table oversight.agency_figure (
        agency_id uuid not null references organization.agency (id),
        province_path public.ltree not null,
        name text not null,
        value integer not null,
        as_of timestamptz not null default clock_timestamp(),
        primary key (agency_id, name)
      );
      create index agency_figure_province on oversight.agency_figure (province_path, name);
      alter table oversight.agency_figure enable row level security;
      alter table oversight.agency_figure force row level security;
      create policy reads on oversight.agency_figure for select to iso_app, iso_worker
        using (province_path = (select app.path()) or agency_id = (select app.agency_id()));
      create policy adds on oversight.agency_figure for insert to iso_worker
        with check (agency_id = (select app.agency_id()));
      create policy changes on oversight.agency_figure for update to iso_worker
        using (agency_id = (select app.agency_id())) with check (agency_id = (select app.agency_id()));
      grant select on oversight.agency_figure to iso_app, iso_backup;
      grant select, insert, update on oversight.agency_figure to iso_worker;

      create table oversight.inspection_cycle (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        province_path public.ltree not null,
        title text not null,
        year integer not null check (year between 2000 and 2199),
        criteria_set text not null,
        state text not null default 'opened' check (state in ('opened', 'self-assessed', 'submitted', 'checking',
          'minutes-signed', 'confirmed', 'followed-up', 'closed')),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      ${tenantTable('oversight.inspection_cycle')};
      -- One active cycle per agency and criteria set (OV-04).
      create unique index inspection_cycle_active on oversight.inspection_cycle (agency_id, criteria_set) where state <> 'closed';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema oversight cascade');
  }
}
