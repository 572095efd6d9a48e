import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who receives a version, who has read it, the paper copies and the trace of copies (DI-08 to DI-12, OF-09).
 * Rows belong to the agency whose people read; `owner_agency_id` says whose version it is, so that an adopter
 * distributes the version of its owner in the same tables (OF-06).
 */
export class DocumentsReading1763860160001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('drop table documents.distribution, documents.acknowledgement');
    for (const statement of [DISTRIBUTION, READERS, TESTS, PAPER, TRACE]) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table documents.rendition_check, documents.access_log, documents.paper_copy, documents.destruction,
        documents.test_attempt, documents.reading_test, documents.acknowledgement, documents.reading_meeting,
        documents.reader, documents.distribution_line, documents.distribution;
      alter table documents.issued_copy drop column purpose, drop column copy_number;
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
    `);
  }
}

const DISTRIBUTION = `
  -- One list per reading agency and version. A draft until the version is issued, then fixed (DI-08).
  create table documents.distribution (
    agency_id uuid not null references organization.agency (id),
    version_id uuid not null,
    owner_agency_id uuid not null,
    document_id uuid not null,
    state text not null default 'draft' check (state in ('draft', 'fixed', 'ended')),
    proposed_from text not null check (proposed_from in ('previous', 'unit', 'hand', 'none')),
    -- What the change class asks of the readers (R7).
    duty text check (duty in ('acknowledge', 'notice', 'none')),
    due_days integer not null default 10 check (due_days between 1 and 90),
    due_on date,
    fixed_at timestamptz,
    ended_at timestamptz,
    end_reason text,
    -- The day on which people were last compared with the list.
    followed_on date,
    row_version integer not null default 1,
    primary key (agency_id, version_id),
    foreign key (owner_agency_id, version_id) references documents.version (agency_id, id),
    check (state = 'draft' or (duty is not null and fixed_at is not null)),
    check ((state = 'ended') = (end_reason is not null))
  );
  create index distribution_to_follow on documents.distribution (agency_id, followed_on) where state = 'fixed';
  create index distribution_of_document on documents.distribution (agency_id, document_id);
  ${tenantTable('documents.distribution', { claimedByWorker: true })};

  create table documents.distribution_line (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    version_id uuid not null,
    ordinal integer not null,
    kind text not null check (kind in ('agency', 'unit', 'position', 'person', 'outside')),
    unit_id uuid,
    position_title text,
    person_id uuid,
    -- As shown when the list was made; the name of an outside party.
    name text not null,
    primary key (agency_id, id),
    foreign key (agency_id, version_id) references documents.distribution (agency_id, version_id),
    foreign key (agency_id, unit_id) references organization.unit (agency_id, id),
    check (kind <> 'unit' or unit_id is not null),
    check (kind <> 'position' or position_title is not null),
    check (kind <> 'person' or person_id is not null)
  );
  create index distribution_line_version on documents.distribution_line (agency_id, version_id, ordinal);
  ${tenantTable('documents.distribution_line', { deletable: true })}`;

const READERS = `
  -- The list resolved to persons when it was fixed, and those who came later.
  create table documents.reader (
    agency_id uuid not null references organization.agency (id),
    version_id uuid not null,
    person_id uuid not null,
    person_name text not null,
    position_title text not null,
    unit_id uuid,
    unit_name text,
    duty text not null check (duty in ('acknowledge', 'notice', 'none')),
    state text not null check (state in ('open', 'done', 'cancelled')),
    due_on date,
    newcomer boolean not null default false,
    added_at timestamptz not null default clock_timestamp(),
    closed_at timestamptz,
    close_reason text,
    primary key (agency_id, version_id, person_id),
    foreign key (agency_id, version_id) references documents.distribution (agency_id, version_id),
    check (state = 'open' or closed_at is not null)
  );
  create index reader_of_person on documents.reader (agency_id, person_id, version_id) where state = 'open';
  ${tenantTable('documents.reader')};

  -- Phổ biến tại cuộc họp: the signed list as it was scanned (OF-09).
  create table documents.reading_meeting (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    version_id uuid not null,
    held_on date not null,
    place text,
    file_name text not null,
    file_sha256 text not null,
    file_size bigint not null,
    file_type text not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (agency_id, id),
    foreign key (agency_id, version_id) references documents.distribution (agency_id, version_id)
  );
  create index reading_meeting_version on documents.reading_meeting (agency_id, version_id, recorded_at desc);
  ${tenantTable('documents.reading_meeting')};

  -- One row per person and version, never taken away (R5, DI-09).
  create table documents.acknowledgement (
    agency_id uuid not null references organization.agency (id),
    version_id uuid not null,
    person_id uuid not null,
    person_name text not null,
    unit_name text,
    method text not null check (method in ('self', 'meeting')),
    -- The words that the person was shown.
    wording text not null,
    acknowledged_at timestamptz not null,
    meeting_id uuid,
    primary key (agency_id, version_id, person_id),
    foreign key (agency_id, version_id) references documents.distribution (agency_id, version_id),
    foreign key (agency_id, meeting_id) references documents.reading_meeting (agency_id, id),
    check ((method = 'meeting') = (meeting_id is not null))
  );
  ${tenantTable('documents.acknowledgement')}`;

const TESTS = `
  -- A short test for a major change (R7); without a row there is none.
  create table documents.reading_test (
    agency_id uuid not null references organization.agency (id),
    version_id uuid not null,
    questions jsonb not null,
    pass_mark integer not null check (pass_mark between 1 and 100),
    row_version integer not null default 1,
    primary key (agency_id, version_id)
  );
  ${tenantTable('documents.reading_test')};

  create table documents.test_attempt (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    version_id uuid not null,
    person_id uuid not null,
    person_name text not null,
    answers integer[] not null,
    score integer not null check (score between 0 and 100),
    passed boolean not null,
    at timestamptz not null,
    primary key (agency_id, id),
    foreign key (agency_id, version_id) references documents.reading_test (agency_id, version_id)
  );
  create index test_attempt_person on documents.test_attempt (agency_id, version_id, person_id, at desc);
  ${tenantTable('documents.test_attempt')}`;

const PAPER = `
  create table documents.destruction (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    held_on date not null,
    place text not null,
    method text not null,
    reason text not null,
    members text[] not null,
    recorded_by uuid not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null default clock_timestamp(),
    primary key (agency_id, id)
  );
  ${tenantTable('documents.destruction')};

  -- Controlled copies on paper, each with its number and holder (DI-12).
  create table documents.paper_copy (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    version_id uuid not null,
    owner_agency_id uuid not null,
    document_id uuid not null,
    number integer not null check (number > 0),
    holder_name text not null,
    unit_id uuid,
    place text not null,
    issued_on date not null,
    state text not null default 'held' check (state in ('held', 'to-recall', 'recalled', 'destroyed', 'lost')),
    recall_reason text,
    recall_since date,
    recalled_on date,
    condition text,
    destruction_id uuid,
    created_at timestamptz not null default clock_timestamp(),
    row_version integer not null default 1,
    primary key (agency_id, id),
    foreign key (owner_agency_id, version_id) references documents.version (agency_id, id),
    foreign key (agency_id, unit_id) references organization.unit (agency_id, id),
    foreign key (agency_id, destruction_id) references documents.destruction (agency_id, id),
    constraint paper_copy_number_once unique (agency_id, version_id, number),
    check ((state = 'destroyed') = (destruction_id is not null)),
    check (state not in ('recalled', 'destroyed') or recalled_on is not null)
  );
  create index paper_copy_recent on documents.paper_copy (agency_id, created_at desc, id desc);
  create index paper_copy_of_document on documents.paper_copy (agency_id, document_id, state);
  ${tenantTable('documents.paper_copy')}`;

const TRACE = `
  alter table documents.issued_copy
    add column purpose text not null default 'download' check (purpose in ('download', 'print', 'controlled')),
    add column copy_number integer;
  create index issued_copy_recent on documents.issued_copy (agency_id, made_at desc, id desc);

  -- What leaves the product without a stamp, and what was refused (DI-11, DI-16).
  create table documents.access_log (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    version_id uuid not null,
    person_id uuid not null,
    person_name text not null,
    action text not null check (action in ('master', 'own-viewer', 'restricted-view', 'denied')),
    at timestamptz not null,
    primary key (agency_id, id)
  );
  create index access_log_recent on documents.access_log (agency_id, at desc, id desc);
  create index access_log_version on documents.access_log (agency_id, version_id, at desc);
  ${tenantTable('documents.access_log')};

  -- Legibility and longevity of the PDF (DI-17): its format, and whether its hash still holds.
  create table documents.rendition_check (
    agency_id uuid not null references organization.agency (id),
    version_id uuid not null,
    checked_at timestamptz not null,
    format text not null,
    problem text,
    primary key (agency_id, version_id),
    foreign key (agency_id, version_id) references documents.version (agency_id, id)
  );
  ${tenantTable('documents.rendition_check')}`;
