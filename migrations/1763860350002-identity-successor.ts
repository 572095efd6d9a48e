import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Who goes on with the duties of a person who left: the one who came into the post, else the unit's focal person, else
 * its head, else the ISO secretary.
 */
export class IdentitySuccessor1763860350002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create function identity.pub_successor(p_agency uuid, p_person uuid, p_day date) returns uuid
        language sql stable set search_path = pg_catalog, pg_temp as $$
          with gone as (
            select x.unit_id, x.position_title, upper(x.valid) as until from identity.membership x
             where x.agency_id = p_agency and x.person_id = p_person and x.kind = 'person'
             order by upper(x.valid) desc nulls first limit 1),
          here as (
            select m.person_id, m.roles, lower(m.valid) as since,
                   m.unit_id is not distinct from g.unit_id as near,
                   m.position_title = g.position_title and lower(m.valid) >= g.until as took_over
              from identity.membership m cross join gone g
             where m.agency_id = p_agency and m.kind = 'person' and m.person_id <> p_person and m.valid @> p_day)
          select person_id from here
           where near and (took_over or roles && array['unit-focal', 'reviewer']) or 'secretary' = any (roles)
           order by case when near and took_over then 0 when near and 'unit-focal' = any (roles) then 1
                         when near and 'reviewer' = any (roles) then 2 else 3 end,
                    since desc nulls last, person_id
           limit 1
        $$;
      revoke all on function identity.pub_successor(uuid, uuid, date) from public;
      grant execute on function identity.pub_successor(uuid, uuid, date) to iso_app, iso_worker;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function identity.pub_successor(uuid, uuid, date)');
  }
}
