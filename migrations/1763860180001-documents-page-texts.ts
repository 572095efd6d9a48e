import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Versions that have their PDF since before pages were read: one message each, and the worker reads them. */
export class DocumentsPageTexts1763860180001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
      select agency_id, gen_random_uuid(), 'documents.rendition-ready.v1', jsonb_build_object('versionId', id), 'migration'
        from documents.version where rendition_state = 'ready'`);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(
      `delete from platform.outbox_message where name = 'documents.rendition-ready.v1' and state = 'pending'`,
    );
  }
}
