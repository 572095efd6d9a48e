import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Periodic review (DI-15), requests for change, records with their retention and disposal (DI-18, DI-19). */
export class DocumentsUpkeep1763860190001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- How often a kind of document is looked at again; twelve months where an agency says nothing.
      create table documents.review_rule (
        agency_id uuid not null references organization.agency (id),
        kind text not null,
        months integer not null check (months between 1 and 120),
        row_version integer not null default 1,
        primary key (agency_id, kind)
      );
      ${tenantTable('documents.review_rule')};

      create table documents.review_due (
        agency_id uuid not null references organization.agency (id),
        document_id uuid not null,
        version_id uuid not null,
        due_on date not null,
        asked_at timestamptz,
        primary key (agency_id, document_id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      create index review_due_day on documents.review_due (agency_id, due_on, document_id);
      create index review_due_unasked on documents.review_due (due_on) where asked_at is null;
      ${tenantTable('documents.review_due', { claimedByWorker: true })};

      create table documents.periodic_review (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        outcome text not null check (outcome in ('still-valid', 'minor', 'major', 'obsolete')),
        comment text not null,
        reviewer_id uuid not null,
        reviewer_name text not null,
        position_title text not null,
        formula text not null,
        content_hash text,
        reviewed_at timestamptz not null,
        next_due_on date not null,
        primary key (agency_id, id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      create index periodic_review_document on documents.periodic_review (agency_id, document_id, reviewed_at desc);
      ${tenantTable('documents.periodic_review')};

      alter table documents.change_request
        alter column document_id drop not null,
        add column kind text not null default 'amend' check (kind in ('new', 'amend', 'withdraw')),
        add column title text not null default '',
        add column place text,
        add column proposal text,
        add column source text not null default 'reader' check (source in ('reader', 'periodic-review')),
        add column decided_by uuid,
        add column decided_name text,
        add column decided_at timestamptz,
        add column decision_reason text,
        add column answer_version_id uuid,
        add constraint change_request_subject check ((kind = 'new') = (document_id is null));
      create index change_request_recent on documents.change_request (agency_id, created_at desc, id desc);
      create index change_request_document on documents.change_request (agency_id, document_id) where document_id is not null;

      -- Danh mục hồ sơ: which records are kept, where, for how long. No months: for ever.
      create table documents.record_type (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        document_id uuid,
        name text not null,
        name_key text not null generated always as (app.fold(name)) stored,
        place text,
        retention_months integer check (retention_months between 1 and 1200),
        legal_basis text,
        retired boolean not null default false,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id)
      );
      create unique index record_type_once on documents.record_type
        (agency_id, coalesce(document_id, '00000000-0000-0000-0000-000000000000'), name_key) where not retired;
      ${tenantTable('documents.record_type')};

      create table documents.kept_record (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        type_id uuid not null,
        title text not null,
        title_key text not null generated always as (app.fold(title || ' ' || coalesce(reference, ''))) stored,
        reference text,
        place text,
        state text not null default 'open' check (state in ('open', 'completed', 'destroyed', 'transferred')),
        opened_on date not null,
        closed_on date,
        -- Fixed on completion from the retention that held on that day (DI-18). Null: kept for ever.
        dispose_after date,
        hold_reason text,
        keeper_id uuid not null,
        keeper_name text not null,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, type_id) references documents.record_type (agency_id, id),
        check (state = 'open' or closed_on is not null)
      );
      create index kept_record_recent on documents.kept_record (agency_id, created_at desc, id desc);
      create index kept_record_disposable on documents.kept_record (agency_id, dispose_after, id) where state = 'completed';
      ${tenantTable('documents.kept_record')};

      -- What a record says. Rows are added and never changed; a correction points to what it corrects (DI-19).
      create table documents.record_entry (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        record_id uuid not null,
        text text not null,
        corrects_id uuid,
        author_id uuid not null,
        author_name text not null,
        entered_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, record_id) references documents.kept_record (agency_id, id),
        foreign key (agency_id, corrects_id) references documents.record_entry (agency_id, id)
      );
      create index record_entry_record on documents.record_entry (agency_id, record_id, entered_at);
      ${tenantTable('documents.record_entry')};
      drop policy changes on documents.record_entry;
      revoke update on documents.record_entry from iso_app, iso_worker;

      create table documents.disposal (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        method text not null check (method in ('destroy', 'transfer')),
        reason text not null,
        state text not null default 'proposed' check (state in ('proposed', 'approved', 'declined', 'executed')),
        proposed_by uuid not null,
        proposed_name text not null,
        proposed_at timestamptz not null,
        approver_id uuid,
        approver_name text,
        approver_position text,
        decided_at timestamptz,
        decision_reason text,
        executed_on date,
        executed_place text,
        witnesses text[] not null default '{}',
        row_version integer not null default 1,
        primary key (agency_id, id),
        -- Nobody approves the disposal that they propose.
        constraint disposal_not_own check (approver_id is null or approver_id <> proposed_by)
      );
      create index disposal_recent on documents.disposal (agency_id, proposed_at desc, id desc);
      ${tenantTable('documents.disposal')};

      create table documents.disposal_line (
        agency_id uuid not null references organization.agency (id),
        disposal_id uuid not null,
        record_id uuid not null,
        ordinal integer not null,
        primary key (agency_id, disposal_id, record_id),
        foreign key (agency_id, disposal_id) references documents.disposal (agency_id, id),
        foreign key (agency_id, record_id) references documents.kept_record (agency_id, id)
      );
      create index disposal_line_record on documents.disposal_line (agency_id, record_id);
      ${tenantTable('documents.disposal_line')};

      -- Every effective document has a day on which it is looked at again; what ended has none. For all agencies at once.
      create function documents.plan_reviews() returns integer language plpgsql security definer
        set search_path = pg_catalog, pg_temp as $$
        declare touched integer;
        begin
          delete from documents.review_due due
           where not exists (select 1 from documents.version v
             where v.agency_id = due.agency_id and v.document_id = due.document_id and v.state in ('issued', 'withdrawn')
               and v.starts_on <= app.today() and v.ends_before > app.today());
          insert into documents.review_due as due (agency_id, document_id, version_id, due_on)
            select v.agency_id, v.document_id, v.id,
                   (v.starts_on + make_interval(months => coalesce(r.months, 12)))::date
              from documents.version v
              left join documents.review_rule r on r.agency_id = v.agency_id and r.kind = v.kind
             where v.state in ('issued', 'withdrawn') and v.starts_on <= app.today() and v.ends_before > app.today()
            on conflict (agency_id, document_id) do update
              set version_id = excluded.version_id, due_on = excluded.due_on, asked_at = null
              where due.version_id <> excluded.version_id;
          get diagnostics touched = row_count;
          return touched;
        end $$;
      ${definerFunction('documents', 'plan_reviews()', ['iso_worker'])};
      grant select on documents.review_rule to iso_definer;
      grant select, insert, update, delete on documents.review_due to iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function documents.plan_reviews();
      drop table documents.disposal_line, documents.disposal, documents.record_entry, documents.kept_record,
        documents.record_type, documents.periodic_review, documents.review_due, documents.review_rule;
    `);
  }
}
