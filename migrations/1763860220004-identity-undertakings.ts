import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a person undertook when they made an account their own, word by word (RI-12). */
export class IdentityUndertakings1763860220004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.credential
        add column undertaking text,
        add column undertaken_at timestamptz,
        add constraint credential_undertaken check ((undertaking is null) = (undertaken_at is null));
      create function identity.undertake(p_person uuid, p_words text) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.credential set undertaking = p_words, undertaken_at = clock_timestamp()
           where person_id = p_person
        $$;
    `);
    await runner.query(definerFunction('identity', 'undertake(uuid, text)', ['iso_app']));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function identity.undertake(uuid, text);
      alter table identity.credential drop constraint credential_undertaken, drop column undertaken_at,
        drop column undertaking;
    `);
  }
}
