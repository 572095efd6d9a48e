import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Accounts as an agency keeps them (RI-04, RI-12, RI-13): opened on a checked identity with a password that its owner
 * must replace, closed at once. A lookup account is nobody's person: no slice below finds it among the people (OF-08).
 */
export class IdentityAccounts1763860220001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table identity.membership
        add column kind text not null default 'person' check (kind in ('person', 'lookup')),
        -- How the agency made sure who the person is: the decision of appointment, the identity paper (RI-12).
        add column identity_basis text,
        add column ended_reason text;
      alter table identity.membership add constraint lookup_reads_only check (kind = 'person' or roles = '{reader}');
      alter table identity.credential
        -- Chosen by somebody else: it opens a session, but signs nothing (RI-12).
        add column temporary boolean not null default false;
      create index membership_name on identity.membership (agency_id, person_name, id);
      create or replace view identity.pub_membership with (security_invoker = true) as
        select agency_id, id, person_id, person_name, email, unit_id, position_title, formula, roles,
               entitled_fields, digest_hour, valid
          from identity.membership where kind = 'person';
      grant insert, update on identity.person to iso_definer;
      grant insert on identity.credential to iso_definer;

      drop function identity.password_of(uuid);
      create function identity.password_of(p_person uuid)
        returns table (password_hash text, locked_until timestamptz, temporary boolean)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select c.password_hash, c.locked_until, c.temporary
            from identity.credential c join identity.person p on p.id = c.person_id
           where c.person_id = p_person and p.closed_at is null
             and not exists (select from identity.membership m where m.person_id = p_person and m.kind = 'lookup')
        $$;

      drop function identity.note_sign_in(text, uuid, boolean);
      -- After five failures each further one doubles the wait, up to fifteen minutes: slow for a guesser, short for a victim.
      -- The agencies that must hear of it, once per lock-out (RI-13).
      create function identity.note_sign_in(p_login text, p_person uuid, p_succeeded boolean)
        returns table (agency_id uuid, agency_path text)
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_failed integer;
        begin
          insert into identity.sign_in_attempt (login, person_id, succeeded) values (left(p_login, 200), p_person, p_succeeded);
          if p_succeeded then
            update identity.credential set failed_count = 0, locked_until = null where person_id = p_person;
          elsif p_person is not null then
            update identity.credential
               set failed_count = failed_count + 1,
                   locked_until = case when failed_count + 1 >= 5 then clock_timestamp()
                     + least(interval '15 minutes', interval '15 seconds' * (2 ^ least(failed_count - 4, 10))) end
             where person_id = p_person returning failed_count into v_failed;
          end if;
          return query select a.id, a.path::text from identity.membership m
            join organization.agency a on a.id = m.agency_id
           where v_failed = 5 and m.person_id = p_person and m.valid @> app.today();
        end $$;

      create function identity.open_account(p_person uuid, p_name text, p_email text, p_login text, p_hash text,
          p_temporary boolean) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          insert into identity.person (id, full_name, email) values (p_person, p_name, p_email);
          insert into identity.credential (person_id, login, password_hash, temporary)
            values (p_person, p_login, p_hash, p_temporary);
        $$;
      create function identity.close_account(p_person uuid) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.person set closed_at = clock_timestamp() where id = p_person and closed_at is null
        $$;
      create function identity.end_sessions_of(p_person uuid, p_except uuid) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.session set ended_at = clock_timestamp()
           where person_id = p_person and ended_at is null and id is distinct from p_except
        $$;
      create function identity.set_password(p_person uuid, p_hash text, p_temporary boolean) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.credential set password_hash = p_hash, temporary = p_temporary,
                 password_set_at = clock_timestamp(), failed_count = 0, locked_until = null
           where person_id = p_person
        $$;
      -- Only of people of the agency that asks.
      create function identity.credentials_of(p_people uuid[]) returns table (person_id uuid, login text,
          temporary boolean, password_set_at timestamptz, locked_until timestamptz, last_seen_at timestamptz,
          has_second_factor boolean, is_elsewhere boolean)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select c.person_id, c.login, c.temporary, c.password_set_at,
                 case when c.locked_until > clock_timestamp() then c.locked_until end,
                 (select max(s.last_seen_at) from identity.session s where s.person_id = c.person_id),
                 exists (select from identity.second_factor f where f.person_id = c.person_id and f.confirmed_at is not null),
                 exists (select from identity.membership o where o.person_id = c.person_id
                   and o.agency_id <> app.agency_id() and o.valid @> app.today())
            from identity.credential c
           where c.person_id = any (p_people) and exists (select from identity.membership m
             where m.person_id = c.person_id and m.agency_id = app.agency_id())
        $$;
      -- A secret that was stored before secrets were sealed, or under an older key.
      create function identity.reseal_second_factor(p_person uuid, p_old text, p_new text) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.second_factor set secret = p_new where person_id = p_person and secret = p_old
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(definerFunction('identity', signature, ['iso_app']));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    const own = FUNCTIONS.filter((signature) => !KEPT.includes(signature));
    for (const signature of own) await runner.query(`drop function identity.${signature}`);
    await runner.query(`
      create or replace view identity.pub_membership with (security_invoker = true) as
        select agency_id, id, person_id, person_name, email, unit_id, position_title, formula, roles,
               entitled_fields, digest_hour, valid
          from identity.membership;
      drop index identity.membership_name;
      alter table identity.membership drop constraint lookup_reads_only, drop column ended_reason,
        drop column identity_basis, drop column kind;
    `);
  }
}

/** Known before with a shorter answer. */
const KEPT = ['password_of(uuid)', 'note_sign_in(text, uuid, boolean)'];
const FUNCTIONS = [
  ...KEPT,
  'open_account(uuid, text, text, text, text, boolean)',
  'close_account(uuid)',
  'end_sessions_of(uuid, uuid)',
  'set_password(uuid, text, boolean)',
  'credentials_of(uuid[])',
  'reseal_second_factor(uuid, text, text)',
];
