import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a version changes and why (DI-06, R7), code patterns with explained gaps (DI-02), one change over many documents. */
export class DocumentsVersionChanges1763860130002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- A change that reaches several documents and ends in one decision.
      create table documents.change_set (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        title text not null,
        reason text not null,
        legal_basis text,
        decision_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        created_by uuid not null,
        creator_name text not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, decision_id) references documents.issuing_decision (agency_id, id)
      );
      create index change_set_recent on documents.change_set (agency_id, created_at desc, id desc);
      ${tenantTable('documents.change_set')};

      alter table documents.version
        add column change_reason text,
        add column affected_sections text,
        -- The drafter proposes the class and signs for it; the approver's word counts (R7).
        add column confirmed_class text check (confirmed_class in ('editorial', 'minor', 'major')),
        add column class_confirmer_name text,
        add column class_confirmed_at timestamptz,
        add column class_reason text,
        add column change_set_id uuid,
        add constraint version_change_set foreign key (agency_id, change_set_id)
          references documents.change_set (agency_id, id);
      create index version_of_change_set on documents.version (agency_id, change_set_id) where change_set_id is not null;

      -- "QT {nn}/CX-HCTP": how the codes of a kind of document are made; the number stands where {n}, {nn} or {nnn} stands.
      create table documents.code_pattern (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        kind text not null check (kind in ('procedure', 'policy', 'objectives', 'manual', 'form', 'other')),
        series text not null default '',
        series_key text not null generated always as (app.fold(series)) stored,
        pattern text not null,
        is_active boolean not null default true,
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      create unique index code_pattern_once on documents.code_pattern (agency_id, kind, series_key) where is_active;
      ${tenantTable('documents.code_pattern')};

      -- Why a number of a pattern was never used, or is used no more (DI-02).
      create table documents.code_gap (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        pattern_id uuid not null,
        number integer not null check (number > 0),
        explanation text not null,
        explained_by text not null,
        explained_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, pattern_id) references documents.code_pattern (agency_id, id),
        constraint code_gap_once unique (agency_id, pattern_id, number)
      );
      ${tenantTable('documents.code_gap')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table documents.code_gap, documents.code_pattern;
      alter table documents.version drop column change_reason, drop column affected_sections, drop column confirmed_class,
        drop column class_confirmer_name, drop column class_confirmed_at, drop column class_reason,
        drop column change_set_id;
      drop table documents.change_set;
    `);
  }
}
