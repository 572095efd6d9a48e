import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FUNCTIONS = [
  'issue_api_token(uuid, bytea, text, text[], timestamptz, text)',
  'api_tokens()',
  'revoke_api_token(uuid, text)',
  'resolve_api_token(bytea)',
];

/** Keys by which programs reach a few routes for one agency (design 7): only the hash is kept. */
export class IdentityApiTokens1763860320002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Nobody could issue one before: the table is empty.
      alter table identity.api_token
        -- The agency that this key works for; as with sessions, not an owner of the row.
        add column acting_for uuid not null references organization.agency (id),
        add column created_by_name text not null,
        add column last_used_at timestamptz,
        add column revoked_by_name text;
      create index api_token_of on identity.api_token (acting_for, created_at desc);
      grant select, insert, update on identity.api_token to iso_definer;

      -- The agency and the person come from the transaction, never from an argument.
      create function identity.issue_api_token(p_id uuid, p_hash bytea, p_name text, p_permissions text[],
          p_expires timestamptz, p_by_name text) returns void
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          insert into identity.api_token (id, token_hash, person_id, name, permissions, expires_at, acting_for,
            created_by_name)
          values (p_id, p_hash, app.person_id(), p_name, p_permissions, p_expires, app.agency_id(), p_by_name)
        $$;
      create function identity.api_tokens() returns table (id uuid, name text, permissions text[],
          created_at timestamptz, created_by_name text, expires_at timestamptz, last_used_at timestamptz,
          revoked_at timestamptz, revoked_by_name text)
        language sql stable security definer set search_path = pg_catalog, pg_temp as $$
          select t.id, t.name, t.permissions, t.created_at, t.created_by_name, t.expires_at, t.last_used_at,
                 t.revoked_at, t.revoked_by_name
            from identity.api_token t where t.acting_for = app.agency_id()
        $$;
      create function identity.revoke_api_token(p_id uuid, p_by_name text) returns text
        language sql security definer set search_path = pg_catalog, pg_temp as $$
          update identity.api_token t set revoked_at = clock_timestamp(), revoked_by_name = p_by_name
           where t.id = p_id and t.acting_for = app.agency_id() and t.revoked_at is null
          returning t.name
        $$;
      -- A key lives no longer than the mandate of whoever issued it.
      create function identity.resolve_api_token(p_hash bytea) returns jsonb
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_token identity.api_token;
          v_answer jsonb;
        begin
          select * into v_token from identity.api_token t
           where t.token_hash = p_hash and t.revoked_at is null and t.expires_at > clock_timestamp();
          if not found then return null; end if;
          select jsonb_build_object('id', v_token.id, 'name', v_token.name, 'personId', p.id, 'agencyId', a.id,
              'agencyPath', a.path::text, 'permissions', to_jsonb(v_token.permissions))
            into v_answer
            from identity.membership m
            join identity.person p on p.id = m.person_id and p.closed_at is null
            join organization.agency a on a.id = m.agency_id and a.valid @> app.today()
           where m.agency_id = v_token.acting_for and m.person_id = v_token.person_id and m.valid @> app.today()
             and 'agency-admin' = any (m.roles);
          if v_answer is not null and coalesce(v_token.last_used_at, '-infinity') < clock_timestamp() - interval '1 minute' then
            update identity.api_token set last_used_at = clock_timestamp() where id = v_token.id;
          end if;
          return v_answer;
        end $$;
      ${FUNCTIONS.map((signature) => definerFunction('identity', signature, ['iso_app'])).join(';\n')};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    for (const signature of FUNCTIONS) await runner.query(`drop function identity.${signature}`);
    await runner.query(`
      revoke select, insert, update on identity.api_token from iso_definer;
      drop index identity.api_token_of;
      alter table identity.api_token drop column acting_for, drop column created_by_name, drop column last_used_at,
        drop column revoked_by_name;
    `);
  }
}
