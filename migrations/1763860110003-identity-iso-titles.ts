import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Chức danh in the Ban chỉ đạo ISO, printed beside the position where there is one (OF-05). */
export class IdentityIsoTitles1763860110003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.membership add column iso_title text');
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table identity.membership drop column iso_title');
  }
}
