import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Every file that a row promises is hashed again by schedule (RI-03). */
export class DossiersFileChecks1763860230002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dossiers.file_check (
        agency_id uuid not null references organization.agency (id),
        area text not null,
        sha256 text not null,
        checked_at timestamptz not null,
        problem text,
        primary key (agency_id, area, sha256)
      );
      create index file_check_damaged on dossiers.file_check (agency_id, checked_at) where problem is not null;
      ${tenantTable('dossiers.file_check')};

      create table dossiers.file_round (
        agency_id uuid primary key references organization.agency (id),
        next_at timestamptz not null
      );
      ${tenantTable('dossiers.file_round')};

      -- Agencies whose turn it is; a sweep has no agency of its own to ask as.
      create function dossiers.rounds_due(p_limit integer) returns table (agency_id uuid, path text)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select a.id, a.path::text from organization.agency a
            left join dossiers.file_round r on r.agency_id = a.id
           where r.next_at is null or r.next_at <= clock_timestamp()
           order by r.next_at nulls first limit p_limit
        $$;
      grant select on dossiers.file_round to iso_definer;
      ${definerFunction('dossiers', 'rounds_due(integer)', ['iso_worker'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function dossiers.rounds_due(integer);
      drop table dossiers.file_round, dossiers.file_check;
    `);
  }
}
