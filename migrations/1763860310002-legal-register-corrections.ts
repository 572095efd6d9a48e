import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A change that nobody has confirmed follows its text when the text is corrected: its targets are set anew. */
export class LegalRegisterCorrections1763860310002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy drops on legal_impact.change_target for delete to iso_app, iso_worker
        using (steward_agency_id = (select app.agency_id()));
      grant delete on legal_impact.change_target to iso_app, iso_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop policy drops on legal_impact.change_target;
      revoke delete on legal_impact.change_target from iso_app, iso_worker;
    `);
  }
}
