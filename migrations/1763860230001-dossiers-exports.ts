import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Exports of a whole agency, links to take them away, and the runs of backup and restore drill (DI-20). */
export class DossiersExports1763860230001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table dossiers.agency_export (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        reason text not null,
        asked_by uuid not null,
        asked_by_name text not null,
        asked_at timestamptz not null,
        state text not null check (state in ('waiting', 'ready', 'failed', 'deleted')),
        claimed_until timestamptz,
        attempts integer not null default 0,
        progress integer not null default 0 check (progress between 0 and 100),
        problem text,
        finished_at timestamptz,
        expires_at timestamptz,
        deleted_at timestamptz,
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint,
        figures jsonb,
        row_version integer not null default 1,
        primary key (agency_id, id),
        check (state not in ('ready', 'deleted') or (sha256 is not null and size is not null and expires_at is not null))
      );
      create unique index agency_export_one_waiting on dossiers.agency_export (agency_id) where state = 'waiting';
      create index agency_export_list on dossiers.agency_export (agency_id, asked_at desc, id desc);
      create index agency_export_due on dossiers.agency_export (state, asked_at) where state = 'waiting';
      create index agency_export_old on dossiers.agency_export (expires_at) where state = 'ready';
      ${tenantTable('dossiers.agency_export', { claimedByWorker: true })};

      create table dossiers.export_link (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        export_id uuid not null,
        person_id uuid not null,
        token_hash bytea not null,
        made_at timestamptz not null,
        expires_at timestamptz not null,
        first_used_at timestamptz,
        primary key (agency_id, id),
        foreign key (agency_id, export_id) references dossiers.agency_export (agency_id, id)
      );
      create unique index export_link_token on dossiers.export_link (agency_id, export_id, token_hash);
      ${tenantTable('dossiers.export_link')};

      -- Written by the command line as the installation; shown to its operator.
      create table dossiers.backup_run (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        kind text not null check (kind in ('backup', 'drill')),
        started_at timestamptz not null,
        finished_at timestamptz not null,
        succeeded boolean not null,
        folder text not null,
        table_rows bigint not null,
        file_count bigint not null,
        bytes bigint not null,
        problems text[] not null default '{}',
        report jsonb not null,
        primary key (agency_id, id)
      );
      create index backup_run_list on dossiers.backup_run (agency_id, started_at desc, id desc);
      ${tenantTable('dossiers.backup_run')};
      grant select on public.migration to iso_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      revoke select on public.migration from iso_backup;
      drop table dossiers.backup_run;
      drop table dossiers.export_link;
      drop table dossiers.agency_export;
    `);
  }
}
