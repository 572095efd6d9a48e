import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** People belong to the installation, memberships to an agency. Secrets are reached through listed functions only. */
export class IdentityBase1763860000004 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema identity;
      grant usage on schema identity to iso_app, iso_worker, iso_definer, iso_backup;

      create table identity.person (
        id uuid primary key,
        full_name text not null,
        email text not null,
        created_at timestamptz not null default clock_timestamp(),
        -- Accounts are closed, never deleted (R6).
        closed_at timestamptz
      );
      create table identity.credential (
        person_id uuid primary key references identity.person (id),
        login text not null,
        password_hash text not null,
        password_set_at timestamptz not null default clock_timestamp(),
        failed_count integer not null default 0,
        locked_until timestamptz
      );
      create unique index credential_login on identity.credential (lower(login));
      create table identity.session (
        id uuid primary key,
        token_hash bytea not null unique,
        person_id uuid not null references identity.person (id),
        -- The agency that this person works for at the moment; not an owner of the row.
        acting_for uuid,
        created_at timestamptz not null default clock_timestamp(),
        last_seen_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        ended_at timestamptz,
        device text
      );
      create index session_person on identity.session (person_id) where ended_at is null;
      create table identity.api_token (
        id uuid primary key,
        token_hash bytea not null unique,
        person_id uuid not null references identity.person (id),
        name text not null,
        permissions text[] not null,
        created_at timestamptz not null default clock_timestamp(),
        expires_at timestamptz not null,
        revoked_at timestamptz
      );
      create table identity.sign_in_attempt (
        id uuid primary key default gen_random_uuid(),
        login text not null,
        person_id uuid,
        succeeded boolean not null,
        at timestamptz not null default clock_timestamp()
      );
      create index sign_in_attempt_recent on identity.sign_in_attempt (lower(login), at desc);

      create table identity.membership (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        person_id uuid not null references identity.person (id),
        -- Copied, so that lists need no look past the wall and stay true when a name changes elsewhere.
        person_name text not null,
        email text not null,
        unit_id uuid,
        position_title text not null,
        formula text not null default '' check (formula in ('', 'TM.', 'KT.', 'TL.', 'TUQ.', 'Q.')),
        roles text[] not null check (roles <@ array['reader','author','secretary','unit-focal','reviewer','approver',
          'head','clerk','office-lead','auditor','agency-admin','province-reader','province-admin','legal-steward',
          'installation-admin']),
        -- Fields of law that this person may confirm for the province; empty = none, '*' = all.
        entitled_fields text[] not null default '{}',
        digest_hour integer not null default 7 check (digest_hour between 0 and 23),
        valid daterange not null default daterange(null, null),
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, unit_id) references organization.unit (agency_id, id),
        constraint membership_once exclude using gist (agency_id with =, person_id with =, valid with &&)
      );
      create index membership_person on identity.membership (person_id);
      ${tenantTable('identity.membership')};

      grant select on identity.person, identity.credential, identity.session, identity.api_token,
        identity.sign_in_attempt to iso_backup;
    `);
    for (const table of ['person', 'credential', 'session', 'api_token', 'sign_in_attempt']) {
      await runner.query(`alter table identity.${table} enable row level security;
        alter table identity.${table} force row level security;`);
    }
    await runner.query(`
      grant select on identity.person, identity.membership to iso_definer;
      grant select, update on identity.credential to iso_definer;
      grant select, insert, update on identity.session to iso_definer;
      grant select, insert on identity.sign_in_attempt to iso_definer;

      create function identity.find_credential(p_login text)
        returns table (person_id uuid, full_name text, password_hash text, locked_until timestamptz)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select c.person_id, p.full_name, c.password_hash, c.locked_until
            from identity.credential c join identity.person p on p.id = c.person_id
           where lower(c.login) = lower(p_login) and p.closed_at is null
        $$;
      create function identity.password_of(p_person uuid) returns table (password_hash text, locked_until timestamptz)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select c.password_hash, c.locked_until
            from identity.credential c join identity.person p on p.id = c.person_id
           where c.person_id = p_person and p.closed_at is null
        $$;
      -- After five failures each further one doubles the wait, up to fifteen minutes: slow for a guesser, short for a victim.
      create function identity.note_sign_in(p_login text, p_person uuid, p_succeeded boolean) returns void
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          insert into identity.sign_in_attempt (login, person_id, succeeded) values (left(p_login, 200), p_person, p_succeeded);
          if p_succeeded then
            update identity.credential set failed_count = 0, locked_until = null where person_id = p_person;
          elsif p_person is not null then
            update identity.credential
               set failed_count = failed_count + 1,
                   locked_until = case when failed_count + 1 >= 5 then clock_timestamp()
                     + least(interval '15 minutes', interval '15 seconds' * (2 ^ least(failed_count - 4, 10))) end
             where person_id = p_person;
          end if;
        end $$;
      create function identity.open_session(p_id uuid, p_token_hash bytea, p_person uuid, p_hours integer, p_device text)
        returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
          insert into identity.session (id, token_hash, person_id, expires_at, device, acting_for)
          values (p_id, p_token_hash, p_person, clock_timestamp() + make_interval(hours => p_hours), left(p_device, 300),
            (select s.acting_for from identity.session s where s.person_id = p_person
              order by s.created_at desc limit 1))
        $$;
      create function identity.end_session(p_token_hash bytea) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.session set ended_at = clock_timestamp() where token_hash = p_token_hash and ended_at is null
        $$;
      create function identity.act_for(p_token_hash bytea, p_agency uuid) returns boolean
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          with changed as (
            update identity.session s set acting_for = p_agency
             where s.token_hash = p_token_hash and s.ended_at is null
               and exists (select from identity.membership m where m.person_id = s.person_id
                 and m.agency_id = p_agency and m.valid @> app.today())
            returning 1)
          select exists (select from changed)
        $$;
      -- Person, agencies, mandate: all that a request needs, in one statement.
      create function identity.resolve_session(p_token_hash bytea) returns jsonb
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_session identity.session;
          v_answer jsonb;
        begin
          select * into v_session from identity.session s
           where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > clock_timestamp();
          if not found then return null; end if;
          select jsonb_build_object(
              'sessionId', v_session.id, 'actingFor', v_session.acting_for, 'idleSeconds',
              extract(epoch from clock_timestamp() - v_session.last_seen_at)::integer,
              'person', jsonb_build_object('id', p.id, 'fullName', p.full_name, 'email', p.email),
              'agencies', coalesce(jsonb_agg(jsonb_build_object(
                'id', a.id, 'name', a.name, 'shortName', a.short_name, 'kind', a.kind, 'path', a.path::text,
                'provinceName', v.name, 'roles', to_jsonb(m.roles), 'positionTitle', m.position_title,
                'unitId', m.unit_id,
                'custody', coalesce((select jsonb_agg(c.agency_id) from organization.custody c
                  where c.custodian_id = a.id and c.valid @> app.today()), '[]'::jsonb)
              ) order by a.path) filter (where a.id is not null), '[]'::jsonb))
            into v_answer
            from identity.person p
            left join identity.membership m on m.person_id = p.id and m.valid @> app.today()
            left join organization.agency a on a.id = m.agency_id and a.valid @> app.today()
            left join organization.agency v on v.id = a.province_id
           where p.id = v_session.person_id and p.closed_at is null
           group by p.id;
          if v_session.last_seen_at < clock_timestamp() - interval '1 minute' then
            update identity.session set last_seen_at = clock_timestamp() where id = v_session.id;
          end if;
          return v_answer;
        end $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(definerFunction('identity', signature, ['iso_app']));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema identity cascade');
  }
}

const FUNCTIONS = [
  'find_credential(text)',
  'password_of(uuid)',
  'note_sign_in(text, uuid, boolean)',
  'open_session(uuid, bytea, uuid, integer, text)',
  'end_session(bytea)',
  'act_for(bytea, uuid)',
  'resolve_session(bytea)',
];
