import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Day one (OF-04): signed papers that are in force already come in by the batch, with their own decision and dates. */
export class DocumentsImports1763860140001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Signed on paper before this system: nobody signed here, and the names on the paper are text (R17).
      alter table documents.version
        add column imported_from_paper boolean not null default false,
        add column printed_signers jsonb not null default '[]';
      alter table documents.issuing_decision
        add column imported_from_paper boolean not null default false,
        alter column signer_id drop not null,
        add constraint issuing_decision_signer check (signer_id is not null or imported_from_paper);

      create table documents.import_batch (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        name text not null,
        created_by uuid not null,
        created_by_name text not null,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      create index import_batch_recent on documents.import_batch (agency_id, created_at desc, id desc);
      ${tenantTable('documents.import_batch')};

      -- A ZIP that was dropped; the worker opens it and each document in it becomes an item.
      create table documents.import_archive (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        batch_id uuid not null,
        file_name text not null,
        size bigint not null,
        sha256 text not null,
        state text not null default 'received' check (state in ('received', 'opened', 'refused')),
        problem text,
        -- Names of files that are no documents.
        left_out text[] not null default '{}',
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, batch_id) references documents.import_batch (agency_id, id),
        constraint import_archive_once unique (agency_id, batch_id, sha256)
      );
      ${tenantTable('documents.import_archive')};

      create table documents.import_item (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        batch_id uuid not null,
        upload_id uuid not null,
        sha256 text not null,
        -- Where it lay in the folder or ZIP: a hint for lĩnh vực, nothing more.
        folder text not null default '',
        state text not null default 'open' check (state in ('open', 'skipped', 'accepted')),
        -- Fields that a person changed; everything else is what was read.
        corrections jsonb not null default '{}',
        keeps_code boolean not null default false,
        -- An earlier version of this document (standing, or of the same batch), as a person matched it.
        earlier_document_id uuid,
        earlier_item_id uuid,
        earlier_number text,
        earlier_signed_on date,
        earlier_from date,
        earlier_until date,
        document_id uuid,
        version_id uuid,
        accepted_at timestamptz,
        accepted_by_name text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, batch_id) references documents.import_batch (agency_id, id),
        foreign key (agency_id, upload_id) references documents.upload (agency_id, id),
        foreign key (agency_id, earlier_document_id) references documents.document (agency_id, id),
        foreign key (agency_id, earlier_item_id) references documents.import_item (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        -- The same content dropped again is the same item.
        constraint import_item_once unique (agency_id, batch_id, sha256),
        check (earlier_document_id is null or earlier_item_id is null),
        check ((earlier_document_id is null and earlier_item_id is null)
          or (earlier_number is not null and earlier_signed_on is not null and earlier_from is not null
            and earlier_until > earlier_from)),
        check ((state = 'accepted') = (version_id is not null))
      );
      create index import_item_upload on documents.import_item (agency_id, upload_id);
      ${tenantTable('documents.import_item')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop table documents.import_item, documents.import_archive, documents.import_batch;
      alter table documents.issuing_decision drop constraint issuing_decision_signer,
        alter column signer_id set not null, drop column imported_from_paper;
      alter table documents.version drop column imported_from_paper, drop column printed_signers;
    `);
  }
}
