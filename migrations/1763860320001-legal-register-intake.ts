import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Legal texts that wait for a person: pasted, uploaded, sent by a program or noticed by a source that is polled. */
export class LegalRegisterIntake1763860320001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table legal_register.source (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        name text not null,
        kind text not null check (kind in ('feed', 'folder')),
        -- The URL of a feed, or the name of a folder below the one that the operator opened for it.
        address text not null,
        active boolean not null default true,
        every_minutes integer not null check (every_minutes between 1 and 10080),
        etag text,
        last_modified text,
        next_check_at timestamptz not null,
        checked_at timestamptz,
        succeeded_at timestamptz,
        failures integer not null default 0,
        problem text,
        created_by_name text not null,
        created_at timestamptz not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint source_once unique (agency_id, kind, address)
      );
      create index source_due on legal_register.source (next_check_at) where active;
      create index source_list on legal_register.source (agency_id, name, id);
      ${tenantTable('legal_register.source', { claimedByWorker: true })};

      create table legal_register.intake (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        origin text not null check (origin in ('pasted', 'uploaded', 'program', 'feed', 'folder')),
        title text not null,
        link text,
        published_on date,
        -- What came, as it came: reading may fail, this stays.
        content text,
        file_name text,
        sha256 text check (sha256 ~ '^[0-9a-f]{64}$'),
        size bigint,
        media_type text,
        state text not null check (state in ('reading', 'read', 'unread', 'recorded', 'dismissed')),
        reading jsonb,
        problem text,
        identity_key text,
        received_by_name text not null,
        received_at timestamptz not null,
        withdrawn_at timestamptz,
        -- The source has changed its words since somebody decided.
        changed_at timestamptz,
        text_id uuid references legal_register.legal_text (id),
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        reason text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        check (state <> 'recorded' or text_id is not null),
        check (state <> 'dismissed' or reason is not null)
      );
      create index intake_list on legal_register.intake (agency_id, received_at desc, id desc);
      create index intake_identity on legal_register.intake (agency_id, identity_key);
      ${tenantTable('legal_register.intake')};

      -- What a source has said and when: the same item read again is no second proposal.
      create table legal_register.notice (
        agency_id uuid not null references organization.agency (id),
        source_id uuid not null,
        item_key text not null,
        intake_id uuid,
        content_hash text not null,
        seen_at timestamptz not null,
        withdrawn_at timestamptz,
        primary key (agency_id, source_id, item_key),
        foreign key (agency_id, source_id) references legal_register.source (agency_id, id),
        foreign key (agency_id, intake_id) references legal_register.intake (agency_id, id)
      );
      create index notice_intake on legal_register.notice (agency_id, intake_id);
      ${tenantTable('legal_register.notice')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table legal_register.notice, legal_register.intake, legal_register.source');
  }
}
