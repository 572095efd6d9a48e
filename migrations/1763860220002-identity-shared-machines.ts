import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Máy dùng chung (OF-08): the browser that a session runs in, the counters' machines, and where each signature was given. */
export class IdentitySharedMachines1763860220002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(TABLES);
    await runner.query(FUNCTIONS_OF_MACHINES);
    await runner.query(RESOLVE);
    for (const signature of FUNCTIONS) {
      await runner.query(definerFunction('identity', signature, ['iso_app']));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS.filter((each) => each !== 'resolve_session(bytea)'))
      await runner.query(`drop function identity.${signature}`);
    await runner.query(`
      drop view identity.pub_signing_act;
      drop table identity.signing_act;
      alter table identity.membership drop column machine_id;
      alter table identity.session drop column device_key, drop column machine_id, drop column machine_agency_id;
      drop table identity.shared_machine;
      alter table identity.signing_policy drop column lock_minutes;
    `);
  }
}

const TABLES = `
  alter table identity.signing_policy add column lock_minutes integer not null default 3
    check (lock_minutes between 1 and 15);
  create table identity.shared_machine (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    -- As the counter is called: "Quầy 1, bộ phận một cửa".
    name text not null,
    -- Hash of the cookie that stays in the browser.
    device_key bytea not null,
    placed_by uuid not null,
    placed_by_name text not null,
    placed_at timestamptz not null default clock_timestamp(),
    withdrawn_at timestamptz,
    withdrawn_by_name text,
    withdraw_reason text,
    row_version integer not null default 1,
    primary key (agency_id, id),
    check ((withdrawn_at is null) = (withdraw_reason is null))
  );
  create unique index shared_machine_once on identity.shared_machine (agency_id, device_key) where withdrawn_at is null;
  create index shared_machine_recent on identity.shared_machine (agency_id, placed_at desc, id desc);
  ${tenantTable('identity.shared_machine')};
  grant select on identity.shared_machine to iso_definer;

  alter table identity.membership add column machine_id uuid,
    add foreign key (agency_id, machine_id) references identity.shared_machine (agency_id, id);
  alter table identity.session add column device_key bytea, add column machine_agency_id uuid, add column machine_id uuid;
  create index session_device on identity.session (device_key, created_at desc) where device_key is not null;

  -- Each time that a password was given again for a signature; the journal rows with the same correlation say of what.
  create table identity.signing_act (
    agency_id uuid not null references organization.agency (id),
    id uuid not null,
    person_id uuid not null,
    person_name text not null,
    position_title text,
    device_key bytea,
    machine_id uuid,
    machine_name text,
    correlation_id text not null,
    at timestamptz not null default clock_timestamp(),
    primary key (agency_id, id)
  );
  create index signing_act_recent on identity.signing_act (agency_id, at desc, id desc) where device_key is not null;
  create index signing_act_device on identity.signing_act (agency_id, device_key, at);
  alter table identity.signing_act enable row level security;
  alter table identity.signing_act force row level security;
  create policy reads on identity.signing_act for select to iso_app, iso_worker
    using (agency_id = any ((select app.readable())::uuid[]));
  grant select on identity.signing_act to iso_app, iso_worker, iso_backup;
  grant insert on identity.signing_act to iso_definer;
  create view identity.pub_signing_act with (security_invoker = true) as
    select agency_id, id, person_id, person_name, position_title, device_key, machine_id, machine_name, correlation_id, at
      from identity.signing_act;
  grant select on identity.pub_signing_act to iso_app, iso_worker, iso_backup;`;

const FUNCTIONS_OF_MACHINES = `
  create function identity.machine_of(p_device bytea)
    returns table (agency_id uuid, machine_id uuid, name text, agency_name text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select m.agency_id, m.id, m.name, a.short_name
        from identity.shared_machine m join organization.agency a on a.id = m.agency_id
       where m.device_key = p_device and m.withdrawn_at is null order by m.placed_at desc limit 1
    $$;
  -- A lookup account stays signed in for thirty days at its own counter; everybody else for a working day.
  create function identity.open_session_on(p_id uuid, p_token_hash bytea, p_person uuid, p_browser text, p_device bytea)
    returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
      insert into identity.session (id, token_hash, person_id, expires_at, device, device_key, machine_agency_id,
        machine_id, acting_for)
      select p_id, p_token_hash, p_person, clock_timestamp() + case when exists (
          select from identity.membership m where m.person_id = p_person and m.kind = 'lookup'
            and m.agency_id = here.agency_id and m.machine_id = here.machine_id and m.valid @> app.today())
          then interval '30 days' else interval '12 hours' end,
        left(p_browser, 300), p_device, here.agency_id, here.machine_id,
        (select s.acting_for from identity.session s where s.person_id = p_person order by s.created_at desc limit 1)
        from (select 1) one left join identity.machine_of(p_device) here on true
    $$;
  -- Who worked at this machine lately and still belongs to the agency: the names on its lock screen.
  create function identity.people_of_machine(p_device bytea)
    returns table (person_id uuid, full_name text, position_title text, kind text, last_at timestamptz)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select m.person_id, m.person_name, m.position_title, m.kind, recent.at
        from identity.machine_of(p_device) here
        join lateral (select s.person_id, max(s.created_at) as at from identity.session s
          where s.device_key = p_device and s.created_at > clock_timestamp() - interval '14 days'
          group by s.person_id) recent on true
        join identity.membership m on m.agency_id = here.agency_id and m.person_id = recent.person_id
          and m.valid @> app.today()
        join identity.person p on p.id = m.person_id and p.closed_at is null
       order by recent.at desc limit 12
    $$;
  create function identity.find_credential_at(p_device bytea, p_person uuid)
    returns table (person_id uuid, full_name text, password_hash text, locked_until timestamptz, login text)
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select c.person_id, p.full_name, c.password_hash, c.locked_until, c.login
        from identity.credential c join identity.person p on p.id = c.person_id
       where c.person_id = p_person and p.closed_at is null
         and p_person in (select here.person_id from identity.people_of_machine(p_device) here)
    $$;
  -- The session that placed the machine becomes one of it; all of a withdrawn one end.
  create function identity.bind_machine(p_session uuid, p_agency uuid, p_machine uuid) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      update identity.session set machine_agency_id = p_agency, machine_id = p_machine
       where id = p_session and ended_at is null
    $$;
  create function identity.end_sessions_at(p_agency uuid, p_machine uuid) returns void
    language sql security definer set search_path = pg_catalog, pg_temp as $$
      update identity.session set ended_at = clock_timestamp()
       where machine_agency_id = p_agency and machine_id = p_machine and ended_at is null
    $$;
  create function identity.device_of(p_session uuid) returns bytea
    language sql stable security definer set search_path = pg_catalog, pg_temp as $$
      select device_key from identity.session where id = p_session and ended_at is null
    $$;
  create function identity.note_signing(p_id uuid, p_agency uuid, p_person uuid, p_session uuid, p_correlation text)
    returns void language sql security definer set search_path = pg_catalog, pg_temp as $$
      insert into identity.signing_act (agency_id, id, person_id, person_name, position_title, device_key, machine_id,
        machine_name, correlation_id)
      select p_agency, p_id, p_person, m.person_name, m.position_title, s.device_key, h.id, h.name, p_correlation
        from identity.membership m
        left join identity.session s on s.id = p_session and s.person_id = p_person
        left join identity.shared_machine h on h.agency_id = p_agency and h.id = s.machine_id and h.withdrawn_at is null
       where m.agency_id = p_agency and m.person_id = p_person and m.valid @> app.today()
    $$;`;

const RESOLVE = `
  -- Person, agencies, mandate, machine: all that a request needs, in one statement.
  create or replace function identity.resolve_session(p_token_hash bytea) returns jsonb
    language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
    declare
      v_session identity.session;
      v_machine jsonb;
      v_answer jsonb;
    begin
      select * into v_session from identity.session s
       where s.token_hash = p_token_hash and s.ended_at is null and s.expires_at > clock_timestamp();
      if not found then return null; end if;
      if v_session.machine_id is not null then
        select jsonb_build_object('id', h.id, 'name', h.name, 'agencyId', h.agency_id, 'lockSeconds',
            60 * coalesce((select y.lock_minutes from identity.signing_policy y where y.agency_id = h.agency_id), 3))
          into v_machine
          from identity.shared_machine h
         where h.agency_id = v_session.machine_agency_id and h.id = v_session.machine_id and h.withdrawn_at is null;
      end if;
      select jsonb_build_object(
          'sessionId', v_session.id, 'actingFor', v_session.acting_for, 'machine', v_machine, 'idleSeconds',
          extract(epoch from clock_timestamp() - v_session.last_seen_at)::integer,
          'person', jsonb_build_object('id', p.id, 'fullName', p.full_name, 'email', p.email),
          'agencies', coalesce(jsonb_agg(jsonb_build_object(
            'id', a.id, 'name', a.name, 'shortName', a.short_name, 'kind', a.kind, 'path', a.path::text,
            'provinceName', v.name, 'roles', to_jsonb(m.roles), 'positionTitle', m.position_title,
            'unitId', m.unit_id, 'account', m.kind,
            'isAtOwnMachine', m.machine_id is not null and m.machine_id::text = v_machine ->> 'id',
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
      -- A short lock needs a finer clock than a long one.
      if v_session.last_seen_at < clock_timestamp()
          - (case when v_machine is null then interval '1 minute' else interval '5 seconds' end) then
        update identity.session set last_seen_at = clock_timestamp() where id = v_session.id;
      end if;
      return v_answer;
    end $$;`;

const FUNCTIONS = [
  'machine_of(bytea)',
  'open_session_on(uuid, bytea, uuid, text, bytea)',
  'people_of_machine(bytea)',
  'find_credential_at(bytea, uuid)',
  'bind_machine(uuid, uuid, uuid)',
  'end_sessions_at(uuid, uuid)',
  'device_of(uuid)',
  'note_signing(uuid, uuid, uuid, uuid, text)',
  'resolve_session(bytea)',
];
