import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The row version is what an answer's ETag carries. */
export class LegalRegisterRowVersions1763860020003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view legal_register.pub_legal_text with (security_invoker = true) as
        select id, steward_agency_id, audience, kind, number_symbol, number_key, issuer, issuer_key, issued_on,
               effective_on, expired_on, title, field, state, row_version
          from legal_register.legal_text;
    `);
  }

  async down(): Promise<void> {
    // A view cannot lose a column in place; the column does no harm.
    await Promise.resolve();
  }
}
