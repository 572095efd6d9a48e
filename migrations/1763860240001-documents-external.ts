import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Documents of external origin that an agency works by, and each check that they are still valid (DI-14). */
export class DocumentsExternal1763860240001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- What the effective procedures cite stands on the list without a row here; a row comes when somebody enters a
      -- document by hand or records a check.
      create table documents.external_document (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        -- 'n:' and the key of its number, or 'm:' and its name: by it citations are found.
        identity text not null,
        kind text not null check (kind in ('law', 'standard', 'ministry-template', 'other')),
        number_symbol text,
        title text not null,
        source text,
        issued_on date,
        effective_on date,
        location text,
        check_months integer not null default 12 check (check_months between 1 and 120),
        next_check_on date,
        retired boolean not null default false,
        entered_by uuid not null,
        entered_name text not null,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint external_document_identity unique (agency_id, identity)
      );
      ${tenantTable('documents.external_document')};

      create table documents.external_check (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        external_id uuid not null,
        checked_on date not null,
        outcome text not null check (outcome in ('still-valid', 'changed', 'expired')),
        note text,
        checker_id uuid not null,
        checker_name text not null,
        position_title text not null,
        recorded_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id),
        foreign key (agency_id, external_id) references documents.external_document (agency_id, id)
      );
      create index external_check_of on documents.external_check (agency_id, external_id, checked_on desc, id desc);
      ${tenantTable('documents.external_check')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table documents.external_check, documents.external_document');
  }
}
