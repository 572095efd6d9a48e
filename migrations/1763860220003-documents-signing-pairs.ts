import { tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What two accounts signed on one machine within ten minutes, and what the head says to it (OF-08); who read what (DI-16). */
export class DocumentsSigningPairs1763860220003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index entry_correlation on journal.entry (agency_id, correlation_id);
      create view journal.pub_entry with (security_invoker = true) as
        select agency_id, seq, at, actor_id, action, subject_type, subject_id, correlation_id from journal.entry;
      grant select on journal.pub_entry to iso_app, iso_worker, iso_backup;

      create table documents.signing_pair_note (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        later_act_id uuid not null,
        earlier_act_id uuid not null,
        note text not null,
        noted_by uuid not null,
        noted_by_name text not null,
        noted_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id),
        foreign key (agency_id, later_act_id) references identity.signing_act (agency_id, id),
        foreign key (agency_id, earlier_act_id) references identity.signing_act (agency_id, id)
      );
      create index signing_pair_note_pair on documents.signing_pair_note (agency_id, later_act_id, earlier_act_id, noted_at desc);
      ${tenantTable('documents.signing_pair_note')};

      create index access_log_person on documents.access_log (agency_id, person_id, at desc, id desc);
      create index issued_copy_holder on documents.issued_copy (agency_id, holder_id, made_at desc, id desc);
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop index documents.issued_copy_holder, documents.access_log_person;
      drop table documents.signing_pair_note;
      drop view journal.pub_entry;
      drop index journal.entry_correlation;
    `);
  }
}
