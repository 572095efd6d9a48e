import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** TM. stands among the formulas of a delegation too: a deputy signs for the committee in the chairman's absence. */
export class OrganizationDelegationFormulas1763860210001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization.delegation drop constraint delegation_formula_check,
        add constraint delegation_formula_check check (formula in ('TM.', 'KT.', 'TL.', 'TUQ.', 'Q.'));
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table organization.delegation drop constraint delegation_formula_check,
        add constraint delegation_formula_check check (formula in ('KT.', 'TL.', 'TUQ.', 'Q.'));
    `);
  }
}
