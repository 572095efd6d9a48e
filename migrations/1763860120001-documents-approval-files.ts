import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Approval outside the product: PDFs signed elsewhere and scans of signed papers (OF-03, G8). */
export class DocumentsApprovalFiles1763860120001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table documents.approval_file (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        version_id uuid not null,
        step_id uuid not null,
        way text not null check (way in ('outside', 'paper')),
        state text not null check (state in ('received', 'checked', 'refused', 'approved')),
        -- As received: one PDF, or photos in order [{fileName, sha256, size}].
        parts jsonb not null,
        -- Hash of the rendition that lay before the signer.
        content_hash text not null,
        -- The one file that is kept: the signed PDF byte for byte, or the scan as PDF.
        sha256 text,
        size bigint,
        uploader_id uuid not null,
        uploader_name text not null,
        -- Names on the paper, date and place of the original (OF-03).
        signers text[] not null default '{}',
        signed_on date,
        original_place text,
        -- What the check found, as data: SignedPdfReport or the codes of the scan.
        report jsonb,
        -- Code of the refusal.
        problem text,
        refusal_reason text,
        checked_at timestamptz,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        confirmation_note text,
        created_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, step_id) references documents.route_step (agency_id, id),
        -- The one who brings a scan does not vouch for it (OF-03): a rule of the database too.
        constraint approval_file_second_person
          check (way <> 'paper' or state <> 'approved' or decided_by <> uploader_id),
        check (state not in ('checked', 'approved') or (sha256 is not null and report is not null)),
        check (state <> 'approved' or (decided_by is not null and decided_at is not null))
      );
      create index approval_file_version on documents.approval_file (agency_id, version_id, created_at desc, id desc);
      ${tenantTable('documents.approval_file')};

      alter table documents.signature
        add column way text not null default 'inside' check (way in ('inside', 'outside', 'paper')),
        add column approval_file_id uuid,
        add foreign key (agency_id, approval_file_id) references documents.approval_file (agency_id, id),
        add constraint signature_file_of_way check ((way = 'inside') = (approval_file_id is null));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.signature drop column approval_file_id, drop column way;
      drop table documents.approval_file;
    `);
  }
}
