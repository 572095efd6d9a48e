import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What stands for the agency in the symbol of its papers: UBND in QĐ-UBND, STP in QĐ-STP (NĐ 30/2020). */
export class OrganizationSymbols1763860000006 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query("alter table organization.agency add column symbol text not null default ''");
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('alter table organization.agency drop column symbol');
  }
}
