import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Audit programmes, audits, findings, auditors (9.2; AU-01 to AU-11). */
export class AuditsBase1763860060004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema audits;
      grant usage on schema audits to iso_app, iso_worker, iso_definer, iso_backup;

      create table audits.programme (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        year integer not null check (year between 2000 and 2199),
        objectives text not null,
        approved_at timestamptz,
        approved_by uuid,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint programme_once unique (agency_id, year)
      );
      ${tenantTable('audits.programme')};
      create table audits.audit (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        programme_id uuid,
        title text not null,
        criteria text not null,
        scope text not null,
        starts_on date,
        ends_on date,
        state text not null default 'planned' check (state in ('planned', 'notified', 'in-progress', 'reported', 'closed')),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, programme_id) references audits.programme (agency_id, id)
      );
      ${tenantTable('audits.audit')};
      create table audits.member (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        audit_id uuid not null,
        person_id uuid not null,
        person_name text not null,
        is_lead boolean not null default false,
        -- A guest of another agency sees this audit only, from notice to report (OF-12).
        is_guest boolean not null default false,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, audit_id) references audits.audit (agency_id, id),
        constraint member_once unique (agency_id, audit_id, person_id)
      );
      ${tenantTable('audits.member')};
      create table audits.finding (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        audit_id uuid not null,
        grade text not null check (grade in ('conforming', 'major', 'minor', 'observation', 'improvement', 'good-practice')),
        criterion text,
        evidence text,
        unit_id uuid,
        issued_at timestamptz,
        nonconformity_id uuid,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, audit_id) references audits.audit (agency_id, id),
        foreign key (agency_id, unit_id) references organization.unit (agency_id, id),
        foreign key (agency_id, nonconformity_id) references nonconformities.nonconformity (agency_id, id),
        -- A nonconformity names what it breaks and what shows it (R16, AU-06).
        check (grade not in ('major', 'minor') or (criterion is not null and evidence is not null))
      );
      ${tenantTable('audits.finding')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema audits cascade');
  }
}
