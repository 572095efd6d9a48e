import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The kinds of work are those of the code (WORK_KINDS); each slice that adds one need not change this table. */
export class WorkKinds1763860100002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work.item drop constraint item_kind_check;
      alter table work.item add constraint item_kind_check check (kind ~ '^[a-z][a-z-]{2,39}$');
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table work.item drop constraint item_kind_check;
      alter table work.item add constraint item_kind_check check (kind in ('review', 'approve', 'confirm-drafting',
        'register-decision', 'revise', 'assess', 'register-declaration', 'sign-declaration', 'fix-returned')) not valid;
    `);
  }
}
