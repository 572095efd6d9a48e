import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Objectives and measurements, risks and opportunities, feedback (6.1, 6.2, 8.2.1, 9.1). */
export class PlanningBase1763860060002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema planning;
      grant usage on schema planning to iso_app, iso_worker, iso_definer, iso_backup;

      create table planning.objective (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        unit_id uuid,
        year integer not null check (year between 2000 and 2199),
        statement text not null,
        indicator text not null,
        measure_unit text not null,
        target numeric not null,
        warning_limit numeric,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, unit_id) references organization.unit (agency_id, id)
      );
      ${tenantTable('planning.objective')};
      create table planning.measurement (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        objective_id uuid not null,
        period daterange not null,
        value numeric not null,
        measured_by uuid not null,
        measured_by_name text not null,
        -- The day it speaks of and the instant it was entered are two things (RI-15).
        entered_at timestamptz not null default clock_timestamp(),
        corrects_id uuid,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, objective_id) references planning.objective (agency_id, id),
        foreign key (agency_id, corrects_id) references planning.measurement (agency_id, id)
      );
      ${tenantTable('planning.measurement')};
      create table planning.risk (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        kind text not null check (kind in ('risk', 'opportunity')),
        statement text not null,
        likelihood integer check (likelihood between 1 and 5),
        impact integer check (impact between 1 and 5),
        owner_id uuid,
        state text not null default 'open' check (state in ('open', 'treated', 'closed')),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      ${tenantTable('planning.risk')};
      create table planning.feedback (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        received_at timestamptz not null default clock_timestamp(),
        channel text not null check (channel in ('portal', 'paper', 'phone', 'survey')),
        kind text not null check (kind in ('complaint', 'compliment', 'proposal', 'survey')),
        body text not null,
        state text not null default 'received' check (state in ('received', 'answered', 'closed')),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      ${tenantTable('planning.feedback')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema planning cascade');
  }
}
