import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A published file is found by its hash (R22). */
export class PortalFileHashes1763860240002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index declaration_file on portal.declaration (pdf_sha256);
      create index procedure_file on portal.procedure (pdf_sha256);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop index portal.declaration_file, portal.procedure_file');
  }
}
