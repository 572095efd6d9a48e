import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FUNCTIONS: readonly (readonly [string, string])[] = [
  ['overview(uuid)', 'iso_app'],
  ['overview_documents(uuid, uuid, date, uuid, integer)', 'iso_app'],
  ['owner_reviews()', 'iso_app'],
  ['extend(uuid, uuid, date, text, text)', 'iso_app'],
];

/** Phiếu rà soát over many documents, deadlines that move with a reason, and the progress of a change (OF-07, R13). */
export class LegalImpactProgress1763860340003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create or replace view documents.pub_version_in_work with (security_invoker = true) as
        select agency_id, id as version_id, document_id, drafter_id, owning_unit_id, state, change_set_id
          from documents.version
         where state in ('draft', 'in-review', 'approved') and not kept_by_owner;

      -- By which rule and counted from when the deadline was set; null when a person set the day.
      alter table legal_impact.change add column deadline_basis jsonb;

      -- Phiếu rà soát văn bản: one signature over many documents.
      create table legal_impact.review_sheet (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        signer_id uuid not null,
        signer_name text not null,
        position_title text not null,
        formula text not null,
        signed_at timestamptz not null,
        -- SHA-256 over the rows as they were signed.
        content_hash text not null,
        change_set_id uuid,
        row_version integer not null default 1,
        primary key (agency_id, id),
        foreign key (agency_id, change_set_id) references documents.change_set (agency_id, id)
      );
      create index review_sheet_recent on legal_impact.review_sheet (agency_id, signed_at desc, id desc);
      ${tenantTable('legal_impact.review_sheet')};

      alter table legal_impact.assessment
        -- Counts for the figure of what was done in time, whatever was granted later (R13).
        add column original_deadline_on date,
        add column sheet_id uuid,
        -- The draft that is to answer it.
        add column answering_version_id uuid,
        add foreign key (agency_id, sheet_id) references legal_impact.review_sheet (agency_id, id),
        add foreign key (agency_id, answering_version_id) references documents.version (agency_id, id);
      update legal_impact.assessment set original_deadline_on = deadline_on;
      alter table legal_impact.assessment alter column original_deadline_on set not null;
      create index assessment_sheet on legal_impact.assessment (agency_id, sheet_id) where sheet_id is not null;

      -- Each move of a deadline: granted by a person, or by the calendar.
      create table legal_impact.deadline_move (
        agency_id uuid not null references organization.agency (id),
        id uuid not null default uuidv7(),
        assessment_id uuid not null,
        kind text not null check (kind in ('extension', 'calendar')),
        from_on date not null,
        until_on date not null,
        reason text not null check (reason <> ''),
        moved_by uuid,
        moved_by_name text not null,
        moved_by_agency text not null,
        moved_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, id),
        foreign key (agency_id, assessment_id) references legal_impact.assessment (agency_id, id)
      );
      create index deadline_move_assessment on legal_impact.deadline_move (agency_id, assessment_id, moved_at);
      ${tenantTable('legal_impact.deadline_move')};

      create or replace function legal_impact.open(p_change uuid, p_correlation text) returns jsonb
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_deadline date;
          v_opened jsonb;
        begin
          select c.deadline_on into v_deadline from legal_impact.change c
           where c.id = p_change and c.state = 'confirmed' and c.steward_agency_id = app.agency_id();
          if not found then
            raise exception 'not a confirmed change of this agency' using errcode = '42501';
          end if;
          with added as (
            insert into legal_impact.assessment (agency_id, id, change_id, document_id, version_id, owning_unit_id, cites,
              via, reasons, deadline_on, original_deadline_on)
            select m.agency_id, uuidv7(), p_change, m.document_id, m.version_id, m.owning_unit_id, m.cites, m.via, m.reasons,
                   v_deadline, v_deadline
              from legal_impact.matches(p_change) m
            on conflict on constraint assessment_once do nothing
            returning assessment.agency_id, assessment.id
          ), warned as (
            insert into legal_impact.draft_reason (agency_id, change_id, version_id, reasons)
            select d.agency_id, p_change, d.version_id, d.reasons from legal_impact.drafts(p_change) d
            on conflict do nothing
            returning draft_reason.agency_id
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select a.agency_id, uuidv7(), 'legal-impact.change-opened.v1', jsonb_build_object('changeId', p_change),
                   p_correlation
              from (select added.agency_id from added union select warned.agency_id from warned) a
          )
          select jsonb_build_object('documents', count(*), 'agencies', count(distinct added.agency_id),
                   'drafts', (select count(*) from warned),
                   'hash', encode(sha256(convert_to(
                     coalesce(string_agg(added.id::text, ',' order by added.agency_id, added.id), ''), 'UTF8')), 'hex'))
            into v_opened from added;
          return v_opened;
        end $$;

      -- Whose progress of a change the acting agency may see: the steward of it every agency's, a province that of the
      -- agencies in it, everybody else their own (OV-10).
      create function legal_impact.overview(p_change uuid)
        returns table (agency_id uuid, agency_name text, total integer, unseen integer, not_needed integer,
                       revising integer, done integer, overdue integer, on_time integer, median_days numeric,
                       late_units text)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with me as materialized (
            select m.id, m.kind, m.path from organization.agency m where m.id = app.agency_id()
          ), row as (
            select a.*, g.name, coalesce(a.closed_at is null and a.deadline_on < app.today(), false) as late,
                   (coalesce(a.closed_at, a.concluded_at) at time zone 'Asia/Ho_Chi_Minh')::date as ended_on
              from legal_impact.change c
              join legal_impact.assessment a on a.change_id = c.id and a.state <> 'withdrawn'
              join organization.agency g on g.id = a.agency_id
              join me on c.steward_agency_id = me.id or g.id = me.id or (me.kind = 'province' and me.path @> g.path)
             where c.id = p_change
          )
          select r.agency_id, r.name, count(*)::integer, (count(*) filter (where r.state = 'open'))::integer,
                 (count(*) filter (where r.state = 'not-needed'))::integer,
                 (count(*) filter (where r.state = 'must-revise'))::integer,
                 (count(*) filter (where r.state = 'done'))::integer, (count(*) filter (where r.late))::integer,
                 (count(*) filter (where r.closed_at is not null and r.ended_on <= r.original_deadline_on))::integer,
                 round((percentile_cont(0.5) within group (
                   order by extract(epoch from r.closed_at - r.opened_at) / 86400)
                   filter (where r.closed_at is not null))::numeric, 1),
                 string_agg(distinct coalesce(u.name, 'Chưa rõ đơn vị'), ', ') filter (where r.late)
            from row r
            left join organization.unit u on u.agency_id = r.agency_id and u.id = r.owning_unit_id
           group by r.agency_id, r.name
           order by count(*) filter (where r.late) desc, r.name, r.agency_id
        $$;

      -- The documents behind one line of it.
      create function legal_impact.overview_documents(p_change uuid, p_agency uuid, p_after date, p_after_id uuid,
          p_limit integer)
        returns table (id uuid, code text, title text, unit_name text, state text, deadline_on date,
                       original_deadline_on date, overdue boolean, closed_on date, cites text)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select a.id, d.code, d.title, u.name, a.state, a.deadline_on, a.original_deadline_on,
                 a.closed_at is null and a.deadline_on < app.today(),
                 (a.closed_at at time zone 'Asia/Ho_Chi_Minh')::date, a.cites
            from legal_impact.change c
            join legal_impact.assessment a on a.change_id = c.id and a.agency_id = p_agency and a.state <> 'withdrawn'
            join organization.agency g on g.id = a.agency_id
            join organization.agency me on me.id = app.agency_id()
            join documents.document d on d.agency_id = a.agency_id and d.id = a.document_id
            left join organization.unit u on u.agency_id = a.agency_id and u.id = a.owning_unit_id
           where c.id = p_change
             and (c.steward_agency_id = me.id or g.id = me.id or (me.kind = 'province' and me.path @> g.path))
             and (p_after is null or (a.deadline_on, a.id) > (p_after, p_after_id))
           order by a.deadline_on, a.id
           limit p_limit
        $$;

      -- What the owners of adopted documents are reviewing: told to those who apply them (OF-06).
      create function legal_impact.owner_reviews()
        returns table (document_id uuid, code text, title text, owner_name text, change_text text, state text,
                       deadline_on date, overdue boolean)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select l.id, l.code, l.title, g.name, t.number_symbol, a.state, a.deadline_on, a.deadline_on < app.today()
            from documents.document l
            join legal_impact.assessment a on a.agency_id = l.origin_agency_id and a.document_id = l.origin_document_id
             and a.closed_at is null
            join legal_impact.change c on c.id = a.change_id
            join legal_register.legal_text t on t.id = c.text_id
            join organization.agency g on g.id = a.agency_id
           where l.agency_id = app.agency_id() and l.kept_by_owner
           order by a.deadline_on, l.code, a.id
           limit 500
        $$;

      -- The steward of a change gives one agency more time, with a reason; the agency hears of it.
      create function legal_impact.extend(p_change uuid, p_agency uuid, p_until date, p_reason text, p_correlation text)
        returns integer language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_count integer;
        begin
          perform from legal_impact.change c
           where c.id = p_change and c.state = 'confirmed' and c.steward_agency_id = app.agency_id();
          if not found then
            raise exception 'not a confirmed change of this agency' using errcode = '42501';
          end if;
          with moved as (
            update legal_impact.assessment a set deadline_on = p_until, row_version = a.row_version + 1
              from legal_impact.assessment o
             where a.change_id = p_change and a.agency_id = p_agency and a.closed_at is null and a.deadline_on < p_until
               and o.agency_id = a.agency_id and o.id = a.id
            returning a.agency_id, a.id, o.deadline_on as before
          ), noted as (
            insert into legal_impact.deadline_move (agency_id, assessment_id, kind, from_on, until_on, reason, moved_by,
              moved_by_name, moved_by_agency)
            select m.agency_id, m.id, 'extension', m.before, p_until, p_reason, app.person_id(),
                   coalesce((select p.person_name from identity.pub_membership p
                     where p.agency_id = app.agency_id() and p.person_id = app.person_id() limit 1), ''),
                   (select g.name from organization.agency g where g.id = app.agency_id())
              from moved m
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select p_agency, uuidv7(), 'legal-impact.deadline-moved.v1',
                   jsonb_build_object('changeId', p_change), p_correlation
             where exists (select from moved)
          )
          select count(*) into v_count from moved;
          return v_count;
        end $$;

      grant select on documents.document, organization.unit, organization.agency to iso_definer;
      grant insert on legal_impact.deadline_move to iso_definer;
    `);
    for (const [signature, caller] of FUNCTIONS)
      await runner.query(definerFunction('legal_impact', signature, [caller]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function legal_impact.extend(uuid, uuid, date, text, text);
      drop function legal_impact.owner_reviews();
      drop function legal_impact.overview_documents(uuid, uuid, date, uuid, integer);
      drop function legal_impact.overview(uuid);
      drop table legal_impact.deadline_move;
      alter table legal_impact.assessment drop column original_deadline_on, drop column sheet_id,
        drop column answering_version_id;
      drop table legal_impact.review_sheet;
      alter table legal_impact.change drop column deadline_basis;
    `);
  }
}
