import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** "Rà soát ban đầu": what an import brought in that cites texts no longer in force; one list, no reminders (OF-04). */
export class LegalImpactFirstReview1763860140002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create view documents.pub_imported_version with (security_invoker = true) as
        select i.agency_id, i.batch_id, i.version_id, i.document_id, v.owning_unit_id
          from documents.import_item i
          join documents.version v on v.agency_id = i.agency_id and v.id = i.version_id
         where v.imported_from_paper and v.state = 'issued' and v.validity && daterange(app.today(), null);
      grant select on documents.pub_imported_version to iso_app, iso_worker;

      create table legal_impact.first_review (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        batch_id uuid not null,
        document_id uuid not null,
        version_id uuid not null,
        text_id uuid not null references legal_register.legal_text (id),
        cites text not null,
        -- What the text was on the day of the scan.
        text_status text not null,
        state text not null default 'open' check (state in ('open', 'not-needed', 'must-revise')),
        note text,
        concluded_by uuid,
        concluded_by_name text,
        concluded_at timestamptz,
        found_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint first_review_once unique (agency_id, version_id, text_id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        check ((state = 'open') = (concluded_at is null))
      );
      create index first_review_list on legal_impact.first_review (agency_id, found_at, id);
      ${tenantTable('legal_impact.first_review')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table legal_impact.first_review; drop view documents.pub_imported_version');
  }
}
