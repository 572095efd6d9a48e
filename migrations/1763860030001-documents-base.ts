import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Controlled documents, versions, routes, signatures, issuing decisions, uploads, copies (7.5; DI-01 to DI-12). */
export class DocumentsBase1763860030001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema documents;
      grant usage on schema documents to iso_app, iso_worker, iso_definer, iso_backup;

      -- A code is compared without accents, case and spaces: "QT 01/CX-HCTP" is "qt01/cx-hctp".
      create function documents.code_key(value text) returns text language sql immutable strict parallel safe
        as $$ select regexp_replace(app.fold(value), '\\s+', '', 'g') $$;
      grant execute on function documents.code_key(text) to iso_app, iso_worker, iso_definer;

      create table documents.document (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        kind text not null check (kind in ('procedure', 'policy', 'objectives', 'manual', 'form', 'other')),
        code text not null,
        series text not null,
        title text not null,
        code_key text not null generated always as (documents.code_key(code)) stored,
        series_key text not null generated always as (app.fold(series)) stored,
        -- An imported signed paper may keep a code that another one has, by explicit choice (DI-01).
        repeated_code boolean not null default false,
        owning_unit_id uuid,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, owning_unit_id) references organization.unit (agency_id, id)
      );
      create unique index document_code_once on documents.document (agency_id, series_key, code_key) where not repeated_code;
      create index document_code on documents.document (agency_id, code_key);
      ${tenantTable('documents.document')};

      create table documents.issuing_decision (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        state text not null default 'draft' check (state in ('draft', 'registered')),
        abstract text not null,
        legal_bases text[] not null default '{}',
        signer_id uuid not null,
        signer_name text not null,
        signer_position text not null,
        formula text not null check (formula in ('', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
        -- Null: in force from the day of signing.
        effective_from date,
        replaces_id uuid,
        number text,
        signed_on date,
        effective_on date,
        entered_at timestamptz,
        entered_by uuid,
        late_reason text,
        created_at timestamptz not null default clock_timestamp(),
        created_by uuid not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, replaces_id) references documents.issuing_decision (agency_id, id),
        check (state = 'draft' or (number is not null and signed_on is not null and effective_on is not null))
      );
      create index issuing_decision_recent on documents.issuing_decision (agency_id, created_at desc, id desc);
      ${tenantTable('documents.issuing_decision')};

      create table documents.version (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        document_id uuid not null,
        issue integer not null check (issue between 1 and 999),
        revision integer not null check (revision between 0 and 999),
        -- Scheduled, effective and superseded are computed from validity, never stored (DI-04).
        state text not null check (state in ('draft', 'in-review', 'approved', 'issued', 'withdrawn')),
        code text not null,
        series text not null,
        title text not null,
        kind text not null,
        code_key text not null generated always as (documents.code_key(code)) stored,
        series_key text not null generated always as (app.fold(series)) stored,
        search_key text not null generated always as (app.fold(code || ' ' || title || ' ' || series)) stored,
        owning_unit_id uuid,
        drafter_id uuid not null,
        drafter_name text not null,
        uploader_id uuid not null,
        uploader_name text not null,
        printed_issued_on date,
        change_note text,
        change_class text check (change_class in ('editorial', 'minor', 'major')),
        legal_basis text,
        validity daterange,
        decision_id uuid,
        master_sha256 text not null,
        master_name text not null,
        master_size bigint not null,
        master_type text not null,
        rendition_state text not null check (rendition_state in ('waiting', 'ready', 'failed')),
        rendition_sha256 text,
        rendition_size bigint,
        rendition_pages integer,
        rendition_message text,
        -- Digest of the key metadata that is signed together with the content (RI-11).
        metadata_hash text,
        problems jsonb not null default '[]',
        review_round integer not null default 0,
        returned_at timestamptz,
        submitted_at timestamptz,
        approved_at timestamptz,
        -- Stands in the QR code of copies and on the portal; tells nothing by itself.
        verification_code text not null,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id),
        foreign key (agency_id, decision_id) references documents.issuing_decision (agency_id, id),
        foreign key (agency_id, owning_unit_id) references organization.unit (agency_id, id),
        constraint version_number_once unique (agency_id, document_id, issue, revision),
        constraint version_code_once unique (agency_id, verification_code),
        -- Exactly one effective version at any instant (DI-04): a database rule, not a hope.
        constraint version_one_effective exclude using gist (agency_id with =, document_id with =, validity with &&)
          where (state in ('issued', 'withdrawn')),
        check (state not in ('issued', 'withdrawn') or (validity is not null and decision_id is not null)),
        check (state in ('draft', 'withdrawn') or rendition_state = 'ready')
      );
      -- Two drafts of one document cannot exist at once (DI-05).
      create unique index version_one_draft on documents.version (agency_id, document_id) where state in ('draft', 'in-review');
      create index version_library on documents.version (agency_id, series_key, code_key, id)
        where state in ('issued', 'withdrawn');
      create index version_workspace on documents.version (agency_id, created_at desc, id desc)
        where state in ('draft', 'in-review', 'approved');
      create index version_history on documents.version (agency_id, document_id, issue desc, revision desc);
      ${tenantTable('documents.version')};

      create table documents.citation (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        ordinal integer not null,
        number_symbol text not null,
        number_key text not null,
        kind text,
        issuer text,
        issuer_key text not null default '',
        issued_on date,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      create index citation_version on documents.citation (agency_id, version_id, ordinal);
      create index citation_number on documents.citation (number_key, agency_id);
      ${tenantTable('documents.citation', { deletable: true })};

      create table documents.named_text (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        ordinal integer not null,
        name text not null,
        name_key text not null,
        year integer,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      create index named_text_version on documents.named_text (agency_id, version_id, ordinal);
      create index named_text_name on documents.named_text (name_key, agency_id);
      ${tenantTable('documents.named_text', { deletable: true })};

      -- A running route keeps its own copy of its steps (R18, RI-18).
      create table documents.route_step (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        round integer not null,
        step_no integer not null,
        kind text not null check (kind in ('review', 'approve')),
        assignee_id uuid not null,
        assignee_name text not null,
        state text not null check (state in ('waiting', 'current', 'done', 'returned', 'cancelled')),
        since timestamptz,
        decided_at timestamptz,
        comment text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        constraint route_step_once unique (agency_id, version_id, round, step_no)
      );
      create unique index route_step_one_current on documents.route_step (agency_id, version_id) where state = 'current';
      ${tenantTable('documents.route_step')};

      create table documents.signature (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        step_id uuid not null,
        meaning text not null check (meaning in ('reviewed', 'approved')),
        signer_id uuid not null,
        signer_name text not null,
        position_title text not null,
        formula text not null,
        drafter_id uuid not null,
        content_hash text not null,
        metadata_hash text not null,
        signed_at timestamptz not null,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, step_id) references documents.route_step (agency_id, id),
        constraint signature_once_per_step unique (agency_id, step_id),
        -- The drafter never approves their own version, without exception (R3).
        constraint signature_not_own check (meaning <> 'approved' or signer_id <> drafter_id)
      );
      create index signature_version on documents.signature (agency_id, version_id, signed_at);
      ${tenantTable('documents.signature')};

      create table documents.decision_line (
        agency_id uuid not null references organization.agency (id),
        decision_id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        action text not null check (action in ('issue', 'replace', 'withdraw')),
        ordinal integer not null,
        primary key (agency_id, decision_id, document_id),
        foreign key (agency_id, decision_id) references documents.issuing_decision (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id)
      );
      create index decision_line_version on documents.decision_line (agency_id, version_id);
      ${tenantTable('documents.decision_line', { deletable: true })};

      create table documents.upload (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        uploader_id uuid not null,
        file_name text not null,
        media_type text,
        size bigint not null,
        sha256 text not null,
        state text not null check (state in ('received', 'reading', 'ready', 'unread', 'refused', 'linked')),
        progress integer not null default 0 check (progress between 0 and 100),
        problem jsonb,
        proposal jsonb,
        -- PDF made while reading, so that the form shows the pages beside the fields.
        rendition_sha256 text,
        rendition_size bigint,
        rendition_pages integer,
        rendition_message text,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      create index upload_recent on documents.upload (agency_id, uploader_id, created_at desc);
      ${tenantTable('documents.upload', { claimedByWorker: true })};

      create table documents.issued_copy (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        holder_id uuid not null,
        holder_name text not null,
        made_at timestamptz not null,
        sha256 text not null,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      create index issued_copy_version on documents.issued_copy (agency_id, version_id, made_at desc);
      create index issued_copy_hash on documents.issued_copy (sha256, agency_id);
      ${tenantTable('documents.issued_copy')};

      -- Fixed when a version is issued: to which unit or person it goes (DI-08).
      create table documents.distribution (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        unit_id uuid,
        person_id uuid,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, unit_id) references organization.unit (agency_id, id),
        check (unit_id is not null or person_id is not null)
      );
      ${tenantTable('documents.distribution')};

      -- One row per person and version, never taken away (R5, DI-09).
      create table documents.acknowledgement (
        agency_id uuid not null references organization.agency (id),
        version_id uuid not null,
        person_id uuid not null,
        person_name text not null,
        method text not null check (method in ('self', 'meeting')),
        wording text not null,
        acknowledged_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, version_id, person_id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      ${tenantTable('documents.acknowledgement')};

      create table documents.change_request (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        document_id uuid not null,
        requester_id uuid not null,
        requester_name text not null,
        reason text not null,
        state text not null default 'opened' check (state in ('opened', 'accepted', 'declined', 'done')),
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id)
      );
      ${tenantTable('documents.change_request')};

      -- "Sở soạn, xã dùng" (OF-06): the adopter keeps file, code and version of the owner and adds its own decision.
      create table documents.adoption (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        owner_agency_id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        decision_id uuid not null,
        validity daterange not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (owner_agency_id, document_id) references documents.document (agency_id, id),
        foreign key (owner_agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, decision_id) references documents.issuing_decision (agency_id, id),
        constraint adoption_one_effective exclude using gist (agency_id with =, document_id with =, validity with &&)
      );
      ${tenantTable('documents.adoption')};

      grant select on documents.document, documents.version, documents.citation, documents.named_text to iso_definer;

      create view documents.pub_effective_version with (security_invoker = true) as
        select agency_id, id as version_id, document_id, kind, code, series, title, issue, revision, owning_unit_id,
               lower(validity) as effective_on, rendition_sha256, rendition_size, verification_code, decision_id
          from documents.version
         where state in ('issued', 'withdrawn') and validity @> app.today();
      grant select on documents.pub_effective_version to iso_app, iso_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema documents cascade');
  }
}
