import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Hồ sơ HTQLCL: the folders that an inspector opens, per agency and year (OF-14). */
export class DossiersBase1763860060006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema dossiers;
      grant usage on schema dossiers to iso_app, iso_worker, iso_definer, iso_backup;

      create table dossiers.folder (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        year integer not null check (year between 2000 and 2199),
        ordinal integer not null,
        title text not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint folder_once unique (agency_id, year, ordinal)
      );
      ${tenantTable('dossiers.folder')};
      create table dossiers.paper (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        folder_id uuid not null,
        title text not null,
        number text,
        signed_on date,
        subject_type text,
        subject_id uuid,
        scan_sha256 text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, folder_id) references dossiers.folder (agency_id, id)
      );
      ${tenantTable('dossiers.paper')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema dossiers cascade');
  }
}
