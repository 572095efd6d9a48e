import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Who takes over a station stands in its place: one open step per place, whatever was handed over before (R18). */
export class DocumentsStepPlaces1763860210002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.route_step drop constraint route_step_once;
      create unique index route_step_once on documents.route_step (agency_id, version_id, round, step_no)
       where state <> 'cancelled';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index documents.route_step_once;
      alter table documents.route_step add constraint route_step_once unique (agency_id, version_id, round, step_no);
    `);
  }
}
