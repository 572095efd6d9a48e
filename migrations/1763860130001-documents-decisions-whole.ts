import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The issuing decision whole: form check, scan of the signed paper, why a document ends and what follows it (OF-01, OF-02, DI-13). */
export class DocumentsDecisionsWhole1763860130001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.issuing_decision
        add column form_state text not null default 'waiting' check (form_state in ('waiting', 'passed', 'returned')),
        add column form_note text,
        add column form_checked_at timestamptz,
        add column form_checker_id uuid,
        add column form_checker_name text,
        -- The signed paper as received; shown only after the worker has inspected it.
        add column scan_state text check (scan_state in ('waiting', 'ready', 'refused')),
        add column scan_problem text,
        add column scan_sha256 text,
        add column scan_name text,
        add column scan_size bigint,
        add column scan_type text,
        add column scan_at timestamptz,
        add column scan_by uuid;
      create index issuing_decision_replaces on documents.issuing_decision (agency_id, replaces_id)
        where replaces_id is not null;

      alter table documents.decision_line
        add column reason text,
        add column successor_id uuid,
        add constraint decision_line_successor foreign key (agency_id, successor_id)
          references documents.document (agency_id, id);

      -- How an agency issues: its usual legal bases, whether the form is checked before signing, its amendment table.
      create table documents.issuing_setting (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        legal_bases text[] not null,
        form_check text not null check (form_check in ('optional', 'required')),
        amendment_columns jsonb not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint issuing_setting_once unique (agency_id)
      );
      ${tenantTable('documents.issuing_setting')};

      -- A printed form on its way from Word to PDF: the conversion is the worker's, never the api's.
      create table documents.print (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        asker_id uuid not null,
        file_name text not null,
        docx_sha256 text not null,
        state text not null default 'waiting' check (state in ('waiting', 'ready', 'failed')),
        pdf_sha256 text,
        pdf_size bigint,
        message text,
        created_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id)
      );
      ${tenantTable('documents.print')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table documents.print, documents.issuing_setting;
      alter table documents.decision_line drop column reason, drop column successor_id;
      drop index documents.issuing_decision_replaces;
      alter table documents.issuing_decision drop column form_state, drop column form_note, drop column form_checked_at,
        drop column form_checker_id, drop column form_checker_name, drop column scan_state, drop column scan_problem,
        drop column scan_sha256, drop column scan_name,
        drop column scan_size, drop column scan_type, drop column scan_at, drop column scan_by;
    `);
  }
}
