import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What slices below may read of the texts that documents cite, under the reader's own policies. */
export class DocumentsCitationViews1763860035001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- In force now or already decided to come into force.
      create view documents.pub_valid_version with (security_invoker = true) as
        select agency_id, id as version_id, document_id, code, series, title, issue, revision, owning_unit_id, validity
          from documents.version
         where state = 'issued' and validity && daterange(app.today(), null);
      create view documents.pub_citation with (security_invoker = true) as
        select agency_id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key, issued_on
          from documents.citation;
      create view documents.pub_named_text with (security_invoker = true) as
        select agency_id, version_id, ordinal, name, name_key, year from documents.named_text;
      create view documents.pub_document with (security_invoker = true) as
        select agency_id, id, kind, code, series, title, owning_unit_id from documents.document;
      create view documents.pub_version with (security_invoker = true) as
        select agency_id, id, document_id, state, issue, revision, drafter_id, validity, created_at
          from documents.version;
      grant select on documents.pub_valid_version, documents.pub_citation, documents.pub_named_text,
        documents.pub_document, documents.pub_version to iso_app, iso_worker, iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop view documents.pub_valid_version, documents.pub_citation, documents.pub_named_text,
      documents.pub_document, documents.pub_version`);
  }
}
