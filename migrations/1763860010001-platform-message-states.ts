import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A message is settled when each consumer has handled it or given up; until then a lost queue is rebuilt from it. */
export class PlatformMessageStates1763860010001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table platform.outbox_message drop constraint outbox_message_state_check;
      alter table platform.outbox_message add constraint outbox_message_state_check
        check (state in ('pending', 'dispatched', 'parked', 'settled'));
      create index outbox_dispatched on platform.outbox_message (dispatched_at) where state = 'dispatched';
      create index failed_message_open on platform.failed_message (agency_id, failed_at) where state = 'failed';

      -- The worker acts for an agency because of a message; its place in the tree decides what shared registers show.
      create function platform.agency_path(p_agency uuid) returns text
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select path::text from organization.agency where id = p_agency
        $$;
      ${definerFunction('platform', 'agency_path(uuid)', ['iso_worker'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function platform.agency_path(uuid);
      drop index platform.failed_message_open;
      drop index platform.outbox_dispatched;
      update platform.outbox_message set state = 'dispatched' where state = 'settled';
      alter table platform.outbox_message drop constraint outbox_message_state_check;
      alter table platform.outbox_message add constraint outbox_message_state_check
        check (state in ('pending', 'dispatched', 'parked'));
    `);
  }
}
