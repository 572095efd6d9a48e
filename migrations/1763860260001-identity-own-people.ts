import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Functions that pass the policies keep the wall between agencies themselves: a password is set, an account closed, a
 * session ended for oneself, or for somebody who has or had a position in the agency that acts.
 */
export class IdentityOwnPeople1763860260001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await this.#replace(
      runner,
      `and (p_person = (select app.person_id()) or exists (
      select from identity.membership m where m.person_id = p_person and m.agency_id = (select app.agency_id())))`,
    );
  }

  async down(runner: QueryRunner): Promise<void> {
    await this.#replace(runner, '');
  }

  async #replace(runner: QueryRunner, ours: string): Promise<void> {
    await runner.query(`
      create or replace function identity.close_account(p_person uuid) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.person set closed_at = clock_timestamp() where id = p_person and closed_at is null ${ours}
        $$;
      create or replace function identity.end_sessions_of(p_person uuid, p_except uuid) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.session set ended_at = clock_timestamp()
           where person_id = p_person and ended_at is null and id is distinct from p_except ${ours}
        $$;
      create or replace function identity.set_password(p_person uuid, p_hash text, p_temporary boolean) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.credential set password_hash = p_hash, temporary = p_temporary,
                 password_set_at = clock_timestamp(), failed_count = 0, locked_until = null
           where person_id = p_person ${ours}
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(definerFunction('identity', signature, ['iso_app']));
    }
  }
}

const FUNCTIONS = ['close_account(uuid)', 'end_sessions_of(uuid, uuid)', 'set_password(uuid, text, boolean)'];
