import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Holidays and swapped days are entered, changed and taken away by their steward; every agency below hears of it. */
export class OrganizationCalendar1763860350003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create policy drops on organization.calendar_day for delete to iso_app, iso_worker
        using (steward_agency_id = (select app.agency_id()));
      grant delete on organization.calendar_day to iso_app, iso_worker;
      create index calendar_day_by_day on organization.calendar_day (day);

      create or replace view organization.pub_calendar_day with (security_invoker = true) as
        select steward_agency_id, audience, day, kind, name, legal_basis from organization.calendar_day;

      -- One message per agency that works by the calendar of the acting steward. @returns how many
      create function organization.announce_calendar(p_from date, p_until date, p_correlation text) returns integer
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_count integer;
        begin
          insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
          select a.id, uuidv7(), 'organization.calendar-changed.v1',
                 jsonb_build_object('from', p_from, 'until', p_until), p_correlation
            from organization.agency a
           where a.path <@ (select me.path from organization.agency me where me.id = (select app.agency_id()))
             and a.valid @> app.today();
          get diagnostics v_count = row_count;
          return v_count;
        end $$;
      ${definerFunction('organization', 'announce_calendar(date, date, text)', ['iso_app'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function organization.announce_calendar(date, date, text);
      drop view organization.pub_calendar_day;
      create view organization.pub_calendar_day with (security_invoker = true) as
        select steward_agency_id, audience, day, kind, name from organization.calendar_day;
      grant select on organization.pub_calendar_day to iso_app, iso_worker, iso_definer, iso_backup;
      drop index organization.calendar_day_by_day;
      revoke delete on organization.calendar_day from iso_app, iso_worker;
      drop policy drops on organization.calendar_day;
    `);
  }
}
