import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A quyết định công bố with its annex as confirmed, what it did so that it can be undone, and whom it tells (TT-02). */
export class AdministrativeProceduresAnnouncements1763860330003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table administrative_procedures.announcement
        drop constraint announcement_state_check,
        drop constraint announcement_once,
        add constraint announcement_state_check check (state in ('recorded', 'confirmed', 'withdrawn')),
        add column effective_on date,
        add column deadline_on date,
        add column recorded_at timestamptz not null default clock_timestamp(),
        add column recorded_by_name text,
        add column file_id uuid;
      -- What was withdrawn may be recorded anew, put right.
      create unique index announcement_once on administrative_procedures.announcement (steward_agency_id, text_id)
        where state <> 'withdrawn';
      create index announcement_recent on administrative_procedures.announcement (recorded_at desc, id desc);

      alter table administrative_procedures.announcement_row
        add column code text,
        add column name_key text not null,
        add column field text,
        add column field_key text,
        add column level text check (level in ('province', 'commune', 'other')),
        add column executing_body text,
        add column time_limit text,
        add column fee text,
        -- What the register said before, so that a withdrawal puts it back.
        add column before jsonb;

      -- A decision that was uploaded and is read by the worker.
      create table administrative_procedures.announcement_file (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        file_name text not null,
        size bigint not null,
        sha256 text not null,
        state text not null default 'received' check (state in ('received', 'read', 'refused')),
        problem text,
        reading jsonb,
        uploaded_by uuid not null,
        uploaded_by_name text not null,
        uploaded_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id)
      );
      ${tenantTable('administrative_procedures.announcement_file')};

      -- One fact for each agency that carries out a TTHC which this decision makes: it is to build a procedure.
      create function administrative_procedures.tell_announced(p_announcement uuid, p_name text, p_correlation text)
        returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_told integer;
        begin
          perform from administrative_procedures.announcement a
            where a.id = p_announcement and a.steward_agency_id = app.agency_id() and a.state <> 'recorded';
          if not found or p_name not in ('administrative-procedures.procedures-announced.v1',
              'administrative-procedures.announcement-withdrawn.v1') then
            raise exception 'not an announcement of this agency' using errcode = '42501';
          end if;
          insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
          select t.agency_id, uuidv7(), p_name, jsonb_build_object('announcementId', p_announcement), p_correlation
            from (
              select distinct g.id as agency_id
                from administrative_procedures.announcement_row r
                join administrative_procedures.procedure p on p.id = r.procedure_id
                join administrative_procedures.announcement a on a.id = r.announcement_id
                join organization.pub_agency g on g.valid @> app.today()
                 and (a.audience @> g.path or g.id = a.steward_agency_id)
                left join administrative_procedures.duty d on d.agency_id = g.id and d.procedure_id = p.id
               where r.announcement_id = p_announcement and r.act = 'new'
                 and coalesce(d.applies, (p.level = 'commune' and g.kind = 'commune')
                   or (p.level <> 'commune' and g.kind in ('department', 'office')
                       and length(p.executing_key) > 3 and starts_with(app.fold(g.name), p.executing_key)))) t;
          get diagnostics v_told = row_count;
          return v_told;
        end $$;
      ${definerFunction('administrative_procedures', 'tell_announced(uuid, text, text)', ['iso_app'])};

      create view administrative_procedures.pub_announcement with (security_invoker = true) as
        select id, steward_agency_id, text_id, state, effective_on, deadline_on
          from administrative_procedures.announcement;
      create view administrative_procedures.pub_announcement_row with (security_invoker = true) as
        select id, announcement_id, ordinal, act, procedure_id, code, name, field, level
          from administrative_procedures.announcement_row;
      grant select on administrative_procedures.pub_announcement, administrative_procedures.pub_announcement_row
        to iso_app, iso_worker, iso_definer;
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop view administrative_procedures.pub_announcement_row, administrative_procedures.pub_announcement;
      drop function administrative_procedures.tell_announced(uuid, text, text);
      drop table administrative_procedures.announcement_file;
      alter table administrative_procedures.announcement_row drop column code, drop column name_key, drop column field,
        drop column field_key, drop column level, drop column executing_body, drop column time_limit, drop column fee,
        drop column before;
      alter table administrative_procedures.announcement drop column effective_on, drop column deadline_on,
        drop column recorded_at, drop column recorded_by_name, drop column file_id;
      alter table administrative_procedures.announcement
        drop constraint announcement_state_check,
        add constraint announcement_state_check check (state in ('recorded', 'confirmed'));
      drop index administrative_procedures.announcement_once;
      alter table administrative_procedures.announcement
        add constraint announcement_once unique (steward_agency_id, text_id);
    `);
  }
}
