import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A second factor for signers (RI-09, RI-12, RI-13): time-based codes, recovery codes, and who must have one. */
export class IdentitySecondFactor1763860120002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table identity.second_factor (
        person_id uuid primary key references identity.person (id),
        secret text not null,
        created_at timestamptz not null default clock_timestamp(),
        confirmed_at timestamptz,
        -- The last step whose code was taken: no code counts twice.
        last_step bigint not null default 0,
        -- The words that the person undertook, as they stood (RI-12).
        undertaking text,
        check (confirmed_at is null or undertaking is not null)
      );
      create table identity.recovery_code (
        person_id uuid not null references identity.second_factor (person_id) on delete cascade,
        code_hash bytea not null,
        used_at timestamptz,
        primary key (person_id, code_hash)
      );
      alter table identity.session add column second_factor_at timestamptz;
      alter table identity.second_factor enable row level security;
      alter table identity.second_factor force row level security;
      alter table identity.recovery_code enable row level security;
      alter table identity.recovery_code force row level security;
      grant select on identity.second_factor, identity.recovery_code to iso_backup;
      grant select, insert, update, delete on identity.second_factor, identity.recovery_code to iso_definer;

      create table identity.signing_policy (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        signers_need_second_factor boolean not null,
        changed_at timestamptz not null default clock_timestamp(),
        changed_by uuid not null,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint signing_policy_once unique (agency_id)
      );
      ${tenantTable('identity.signing_policy')};
      grant select on identity.signing_policy to iso_definer;

      create function identity.second_factor_of(p_person uuid, p_session uuid, p_agency uuid) returns table
        (secret text, confirmed_at timestamptz, last_step bigint, codes_left integer, proved_at timestamptz,
         is_demanded boolean)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select f.secret, f.confirmed_at, coalesce(f.last_step, 0),
                 (select count(*)::integer from identity.recovery_code c
                   where c.person_id = p_person and c.used_at is null),
                 (select s.second_factor_at from identity.session s
                   where s.id = p_session and s.person_id = p_person and s.ended_at is null),
                 exists (select from identity.signing_policy y
                   where y.agency_id = p_agency and y.signers_need_second_factor)
            from (select p_person as id) p left join identity.second_factor f on f.person_id = p.id
        $$;
      create function identity.begin_second_factor(p_person uuid, p_secret text) returns boolean
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          with begun as (
            insert into identity.second_factor as f (person_id, secret) values (p_person, p_secret)
            on conflict (person_id) do update set secret = excluded.secret, created_at = clock_timestamp()
              where f.confirmed_at is null
            returning 1)
          select exists (select from begun)
        $$;
      create function identity.confirm_second_factor(p_person uuid, p_step bigint, p_undertaking text, p_codes bytea[])
        returns boolean language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          update identity.second_factor set confirmed_at = clock_timestamp(), last_step = p_step, undertaking = p_undertaking
           where person_id = p_person and confirmed_at is null;
          if not found then return false; end if;
          delete from identity.recovery_code where person_id = p_person;
          insert into identity.recovery_code (person_id, code_hash) select p_person, unnest(p_codes);
          return true;
        end $$;
      -- One code, one use: a step that was taken, or an older one, is refused even within its half minute.
      create function identity.prove_second_factor(p_person uuid, p_session uuid, p_step bigint) returns boolean
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          update identity.second_factor set last_step = p_step
           where person_id = p_person and confirmed_at is not null and last_step < p_step;
          if not found then return false; end if;
          update identity.session set second_factor_at = clock_timestamp()
           where id = p_session and person_id = p_person and ended_at is null;
          return found;
        end $$;
      create function identity.use_recovery_code(p_person uuid, p_session uuid, p_code bytea) returns boolean
        language plpgsql security definer set search_path = pg_catalog, pg_temp as $$
        begin
          update identity.recovery_code set used_at = clock_timestamp()
           where person_id = p_person and code_hash = p_code and used_at is null;
          if not found then return false; end if;
          update identity.session set second_factor_at = clock_timestamp()
           where id = p_session and person_id = p_person and ended_at is null;
          return found;
        end $$;
      create function identity.drop_second_factor(p_person uuid) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          delete from identity.second_factor where person_id = p_person
        $$;
    `);
    for (const signature of FUNCTIONS) {
      await runner.query(definerFunction('identity', signature, ['iso_app']));
    }
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function identity.${signature}`);
    await runner.query(`
      alter table identity.session drop column second_factor_at;
      drop table identity.signing_policy, identity.recovery_code, identity.second_factor;
    `);
  }
}

const FUNCTIONS = [
  'second_factor_of(uuid, uuid, uuid)',
  'begin_second_factor(uuid, text)',
  'confirm_second_factor(uuid, bigint, text, bytea[])',
  'prove_second_factor(uuid, uuid, bigint)',
  'use_recovery_code(uuid, uuid, bytea)',
  'drop_second_factor(uuid)',
];
