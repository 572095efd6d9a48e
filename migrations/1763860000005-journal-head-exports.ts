import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Heads of all chains, kept outside the database every five minutes: a cut tail is invisible in the chain itself (RI-06). */
export class JournalHeadExports1763860000005 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table journal.head_export (
        exported_at timestamptz primary key,
        sha256 text not null,
        agencies integer not null
      );
      alter table journal.head_export enable row level security;
      alter table journal.head_export force row level security;
      create policy exports on journal.head_export for all to iso_worker using (true) with check (true);
      grant select, insert on journal.head_export to iso_worker;
      grant select on journal.head_export to iso_backup;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop table journal.head_export');
  }
}
