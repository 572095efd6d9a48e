import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The cover prints the title in the Ban chỉ đạo ISO beside the position where the agency wishes it (OF-05). */
export class DocumentsPrintIsoTitles1763860210003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(
      'alter table documents.issuing_setting add column print_iso_titles boolean not null default false',
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table documents.issuing_setting drop column print_iso_titles');
  }
}
