import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Nonconformities and their actions (10.2; NC-01 to NC-08). */
export class NonconformitiesBase1763860060003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema nonconformities;
      grant usage on schema nonconformities to iso_app, iso_worker, iso_definer, iso_backup;

      create table nonconformities.nonconformity (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        source text not null check (source in ('audit', 'inspection', 'complaint', 'process', 'measurement', 'review', 'legal', 'output')),
        grade text not null check (grade in ('major', 'minor')),
        criterion text not null,
        evidence text not null,
        unit_id uuid,
        found_on date not null,
        entered_at timestamptz not null default clock_timestamp(),
        state text not null default 'opened' check (state in ('opened', 'contained', 'analysed', 'planned', 'done',
          'closed', 'verified-effective', 'reopened')),
        continues_id uuid,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, unit_id) references organization.unit (agency_id, id),
        foreign key (agency_id, continues_id) references nonconformities.nonconformity (agency_id, id)
      );
      ${tenantTable('nonconformities.nonconformity')};
      create table nonconformities.action (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        nonconformity_id uuid not null,
        kind text not null check (kind in ('correction', 'corrective')),
        task text not null,
        owner_id uuid not null,
        owner_name text not null,
        due_on date not null,
        -- An extension never moves the date that the on-time figure counts from (R13).
        original_due_on date not null,
        done_on date,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, nonconformity_id) references nonconformities.nonconformity (agency_id, id)
      );
      ${tenantTable('nonconformities.action')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema nonconformities cascade');
  }
}
