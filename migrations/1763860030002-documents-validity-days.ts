import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The two ends of a version's validity as plain dates. Under row-level security the planner may not use what it knows of a
 * range (its operators are not leakproof) and guesses 0.5 % of the rows; comparisons of dates it may.
 */
export class DocumentsValidityDays1763860030002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.version
        add column starts_on date generated always as (lower(validity)) stored,
        add column ends_before date generated always as (coalesce(upper(validity), 'infinity'::date)) stored;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table documents.version drop column starts_on, drop column ends_before');
  }
}
