import { registerTable, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** TTHC per province, the decisions that made them, their quy trình nội bộ, and what each agency covers (TT-01 to TT-03). */
export class AdministrativeProceduresBase1763860025001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema administrative_procedures;
      grant usage on schema administrative_procedures to iso_app, iso_worker, iso_definer, iso_backup;

      create table administrative_procedures.announcement (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        -- Quyết định công bố, itself a legal text of the register.
        text_id uuid not null references legal_register.legal_text (id),
        state text not null default 'recorded' check (state in ('recorded', 'confirmed')),
        confirmed_at timestamptz,
        row_version integer not null default 1,
        constraint announcement_once unique (steward_agency_id, text_id)
      );
      ${registerTable('administrative_procedures.announcement')};

      create table administrative_procedures.procedure (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        -- Real procedures carry no code; then name, lĩnh vực and level are the identity.
        code text,
        name text not null,
        name_key text not null,
        field text not null,
        field_key text not null,
        level text not null check (level in ('province', 'commune', 'other')),
        executing_body text,
        time_limit text,
        fee text,
        status text not null check (status in ('in-force', 'suspended', 'ended')),
        made_by_id uuid references administrative_procedures.announcement (id),
        ended_by_id uuid references administrative_procedures.announcement (id),
        valid daterange not null default daterange(null, null),
        row_version integer not null default 1,
        constraint procedure_identity unique nulls not distinct (steward_agency_id, field_key, name_key, level, code)
      );
      create index procedure_code on administrative_procedures.procedure (code) where code is not null;
      create index procedure_name on administrative_procedures.procedure using gin (app.fold(name) public.gin_trgm_ops);
      ${registerTable('administrative_procedures.procedure')};

      -- Annex rows of an announcement; they act once confirmed (TT-02).
      create table administrative_procedures.announcement_row (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        announcement_id uuid not null references administrative_procedures.announcement (id),
        ordinal integer not null,
        act text not null check (act in ('new', 'amended', 'replaced', 'abolished')),
        procedure_id uuid references administrative_procedures.procedure (id),
        name text not null,
        constraint announcement_row_once unique (announcement_id, ordinal)
      );
      ${registerTable('administrative_procedures.announcement_row')};

      create table administrative_procedures.internal_process (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        procedure_id uuid not null references administrative_procedures.procedure (id),
        decision_text_id uuid references legal_register.legal_text (id),
        -- Steps with who is responsible and how long, as the decision prints them (TT-03).
        steps jsonb not null default '[]',
        valid daterange not null,
        row_version integer not null default 1,
        constraint internal_process_one_valid exclude using gist
          (steward_agency_id with =, procedure_id with =, valid with &&)
      );
      ${registerTable('administrative_procedures.internal_process')};

      -- Which TTHC falls to which agency; the denominator of coverage.
      create table administrative_procedures.duty (
        agency_id uuid not null references organization.agency (id),
        procedure_id uuid not null references administrative_procedures.procedure (id),
        since date,
        row_version integer not null default 1,
        primary key (agency_id, procedure_id)
      );
      ${tenantTable('administrative_procedures.duty', { deletable: true })};

      create view administrative_procedures.pub_procedure with (security_invoker = true) as
        select id, code, name, name_key, field, field_key, level, executing_body, time_limit, fee, status
          from administrative_procedures.procedure;
      grant select on administrative_procedures.pub_procedure to iso_app, iso_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema administrative_procedures cascade');
  }
}
