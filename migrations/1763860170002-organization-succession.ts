import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A merger, split or renaming is recorded in one step: who follows whom, custody, and the end of what was (OF-11, G4). */
export class OrganizationSuccession1763860170002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create index succession_recent on organization.succession (happened_on desc, predecessor_id, successor_id);

      create function organization.record_succession(p_successor uuid, p_predecessors uuid[], p_kind text, p_on date,
        p_basis text, p_correlation text) returns integer
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_count integer;
        begin
          -- The province over its own agencies, the installation over all.
          perform from organization.agency me
           where me.id = app.agency_id()
             and (me.kind = 'installation' or (me.kind = 'province' and not exists (
               select from organization.agency a
                where a.id = any (p_predecessors || p_successor) and a.province_id is distinct from me.id)));
          if not found then
            raise exception 'not an authority over these agencies' using errcode = '42501';
          end if;
          insert into organization.succession (predecessor_id, successor_id, steward_agency_id, audience, kind, happened_on,
            legal_basis)
          select p.id, p_successor, me.id, me.path, p_kind, p_on, p_basis
            from unnest(p_predecessors) as p (id), organization.agency me where me.id = app.agency_id();
          get diagnostics v_count = row_count;
          insert into organization.custody (agency_id, custodian_id, valid, legal_basis)
          select p.id, p_successor, daterange(p_on, null), p_basis from unnest(p_predecessors) as p (id);
          -- What the predecessor itself had in custody goes on to the successor.
          insert into organization.custody (agency_id, custodian_id, valid, legal_basis)
          select distinct c.agency_id, p_successor, daterange(p_on, null), p_basis
            from organization.custody c
           where c.custodian_id = any (p_predecessors) and c.valid @> p_on and c.agency_id <> p_successor
          on conflict do nothing;
          update organization.agency
             set valid = daterange(lower(valid), p_on), row_version = row_version + 1
           where id = any (p_predecessors);
          insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
          values (p_successor, uuidv7(), 'organization.agencies-succeeded.v1',
                  jsonb_build_object('predecessors', v_count, 'happenedOn', p_on), p_correlation);
          return v_count;
        end $$;
      grant select, insert on organization.succession, organization.custody to iso_definer;
      grant update on organization.agency to iso_definer;
      ${definerFunction('organization', 'record_succession(uuid, uuid[], text, date, text, text)', ['iso_app'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`drop function organization.record_succession(uuid, uuid[], text, date, text, text);
      drop index organization.succession_recent`);
  }
}
