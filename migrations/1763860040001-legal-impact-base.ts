import { definerFunction, registerTable, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Changes of law, whom they reach, and the assessment of each document they reach (G1, OF-07). */
export class LegalImpactBase1763860040001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create schema legal_impact;
      grant usage on schema legal_impact to iso_app, iso_worker, iso_definer, iso_backup;

      -- How long a revision may take is a rule of somebody, not of the program.
      create table legal_impact.deadline_rule (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        valid_from date not null,
        working_days integer not null check (working_days between 1 and 400),
        -- A text that is still to commence: be ready on the working day before, but leave at least so many days.
        before_commencement boolean not null,
        least_working_days integer not null check (least_working_days between 0 and 400),
        -- Above so many documents a second person confirms.
        second_person_above integer not null check (second_person_above >= 0),
        legal_basis text not null,
        row_version integer not null default 1,
        constraint deadline_rule_once unique (steward_agency_id, valid_from)
      );
      ${registerTable('legal_impact.deadline_rule')};

      create table legal_impact.change (
        id uuid primary key,
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        scope text not null check (scope in ('agency', 'province', 'installation')),
        text_id uuid not null references legal_register.legal_text (id),
        kind text not null check (kind in ('replaces', 'repeals', 'amends')),
        field text,
        effective_on date,
        state text not null default 'recorded' check (state in ('recorded', 'confirmed', 'withdrawn')),
        recorded_by uuid not null,
        recorded_by_name text not null,
        recorded_at timestamptz not null,
        first_confirmed_by uuid,
        first_confirmed_by_name text,
        first_confirmed_at timestamptz,
        confirmed_by uuid,
        confirmed_by_name text,
        confirmed_at timestamptz,
        deadline_on date,
        -- Frozen at the confirmation: {agencies, documents, people} and the digest of the assessments' ids.
        reach jsonb,
        reach_hash text,
        row_version integer not null default 1,
        constraint change_once unique (steward_agency_id, text_id),
        check (state <> 'confirmed'
          or (confirmed_by is not null and confirmed_at is not null and deadline_on is not null and reach is not null)),
        check (confirmed_by is null or first_confirmed_by is null or confirmed_by <> first_confirmed_by)
      );
      create index change_recent on legal_impact.change (recorded_at desc, id desc);
      ${registerTable('legal_impact.change')};

      create table legal_impact.change_target (
        change_id uuid not null references legal_impact.change (id),
        target_id uuid not null references legal_register.legal_text (id),
        steward_agency_id uuid not null references organization.agency (id),
        audience public.ltree not null,
        kind text not null check (kind in ('replaces', 'repeals', 'amends')),
        partly boolean not null,
        primary key (change_id, target_id)
      );
      ${registerTable('legal_impact.change_target')};

      create table legal_impact.assessment (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        change_id uuid not null references legal_impact.change (id),
        document_id uuid not null,
        -- The version that cites the changed text, and how.
        version_id uuid not null,
        owning_unit_id uuid,
        cites text not null,
        via text not null check (via in ('number', 'name')),
        state text not null default 'open' check (state in ('open', 'must-revise', 'not-needed', 'done')),
        deadline_on date not null,
        opened_at timestamptz not null default clock_timestamp(),
        -- Who has it now: named when the agency's own tasks are made.
        assignee_id uuid,
        reason text,
        concluded_by uuid,
        concluded_by_name text,
        concluded_position text,
        concluded_at timestamptz,
        answered_by_version_id uuid,
        closed_at timestamptz,
        closed_reason text,
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint assessment_once unique (agency_id, change_id, document_id),
        foreign key (agency_id, document_id) references documents.document (agency_id, id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id),
        foreign key (agency_id, owning_unit_id) references organization.unit (agency_id, id),
        foreign key (agency_id, answered_by_version_id) references documents.version (agency_id, id),
        check (state <> 'not-needed' or (reason is not null and concluded_by is not null and concluded_at is not null)),
        check ((state in ('not-needed', 'done')) = (closed_at is not null))
      );
      create index assessment_due on legal_impact.assessment (agency_id, deadline_on, id);
      create index assessment_document on legal_impact.assessment (agency_id, document_id);
      create index assessment_change on legal_impact.assessment (change_id, agency_id);
      ${tenantTable('legal_impact.assessment')};

      -- Who answers for a document of this unit: its đầu mối, else its head or reviewer, else the secretary.
      create function legal_impact.assignee_of(p_agency uuid, p_unit uuid) returns uuid language sql stable parallel safe
        as $$
          select m.person_id
            from identity.pub_membership m
           where m.agency_id = p_agency and m.valid @> app.today()
             and ((m.unit_id = p_unit and m.roles && array['unit-focal', 'head', 'reviewer'])
               or m.roles && array['secretary', 'office-lead', 'head', 'agency-admin'])
           order by case
               when m.unit_id = p_unit and 'unit-focal' = any (m.roles) then 0
               when m.unit_id = p_unit and 'head' = any (m.roles) then 1
               when m.unit_id = p_unit and 'reviewer' = any (m.roles) then 2
               when 'secretary' = any (m.roles) then 3
               when 'office-lead' = any (m.roles) then 4
               when 'head' = any (m.roles) then 5
               else 6 end, m.person_name, m.person_id
           limit 1
        $$;

      -- Valid versions within the reach of a change that cite one of its targets by number or by name, one row per document.
      create function legal_impact.matches(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with given as materialized (
            select c.id, c.steward_agency_id, c.audience, c.scope, c.text_id from legal_impact.change c where c.id = p_change
          ), target as materialized (
            select distinct t.number_key, t.issuer_key, t.issued_on
              from legal_impact.change_target ct
              join legal_register.pub_legal_text t on t.id = ct.target_id
             where ct.change_id = p_change
          ), name as materialized (
            -- Names of the target, whichever steward keeps them, as long as the whole reach may see them.
            select distinct a.name_key, coalesce(a.year, extract(year from t.issued_on)::integer) as year, t.issued_on
              from target t
              join legal_register.pub_legal_text twin
                on (twin.number_key, twin.issuer_key, twin.issued_on) = (t.number_key, t.issuer_key, t.issued_on)
              join legal_register.pub_text_alias a on a.text_id = twin.id
              join given g on a.audience @> g.audience or a.steward_agency_id = g.steward_agency_id
          ), latest as materialized (
            -- A name without a year means the last law of that name, the changing text itself left aside.
            select n.name_key, max(n.issued_on) as issued_on
              from name n
             where not exists (
               select from legal_register.pub_text_alias a
                 join legal_register.pub_legal_text other on other.id = a.text_id
                 join given g on a.audience @> g.audience or a.steward_agency_id = g.steward_agency_id
                where a.name_key = n.name_key and other.issued_on > n.issued_on and other.id <> g.text_id)
             group by n.name_key
          ), hit as (
            select c.agency_id, c.version_id, c.number_symbol as cites, 'number' as via
              from target t
              join documents.pub_citation c on c.number_key = t.number_key
               and (coalesce(c.issuer_key, '') = '' or c.issuer_key = t.issuer_key)
               and (c.issued_on is null or c.issued_on = t.issued_on)
            union all
            select c.agency_id, c.version_id, concat_ws(' năm ', c.name, c.year::text), 'name'
              from name n
              join documents.pub_named_text c on c.name_key = n.name_key and c.year = n.year
            union all
            select c.agency_id, c.version_id, c.name, 'name'
              from latest n
              join documents.pub_named_text c on c.name_key = n.name_key and c.year is null
          )
          select distinct on (v.agency_id, v.document_id)
                 v.agency_id, v.document_id, v.version_id, v.owning_unit_id, h.cites, h.via
            from hit h
            join documents.pub_valid_version v on v.agency_id = h.agency_id and v.version_id = h.version_id
            join organization.pub_agency a on a.id = v.agency_id and a.valid @> app.today()
            join given g on case g.scope when 'agency' then a.id = g.steward_agency_id else g.audience @> a.path end
           order by v.agency_id, v.document_id, v.validity, h.via desc, h.cites
        $$;

      -- How far a change would reach: numbers only, told to its steward alone.
      create function legal_impact.reach(p_change uuid) returns jsonb
        language plpgsql stable security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_reach jsonb;
        begin
          perform from legal_impact.change c where c.id = p_change and c.steward_agency_id = app.agency_id();
          if not found then
            raise exception 'not the steward of this change' using errcode = '42501';
          end if;
          with matched as materialized (select m.agency_id, m.owning_unit_id from legal_impact.matches(p_change) m),
          person as (
            select u.agency_id, legal_impact.assignee_of(u.agency_id, u.owning_unit_id) as person_id
              from (select distinct m.agency_id, m.owning_unit_id from matched m) u
            union
            select s.agency_id, s.person_id from identity.pub_membership s
             where s.agency_id in (select m.agency_id from matched m) and 'secretary' = any (s.roles)
               and s.valid @> app.today())
          select jsonb_build_object('agencies', (select count(distinct m.agency_id) from matched m),
                                    'documents', (select count(*) from matched m),
                                    'people', (select count(distinct p.person_id) from person p))
            into v_reach;
          return v_reach;
        end $$;

      -- Opens the assessments of a confirmed change in every agency it reaches, with one fact per agency. Again it adds nothing.
      create function legal_impact.open(p_change uuid, p_correlation text) returns jsonb
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
              via, deadline_on)
            select m.agency_id, uuidv7(), p_change, m.document_id, m.version_id, m.owning_unit_id, m.cites, m.via, v_deadline
              from legal_impact.matches(p_change) m
            on conflict on constraint assessment_once do nothing
            returning assessment.agency_id, assessment.id
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select a.agency_id, uuidv7(), 'legal-impact.change-opened.v1', jsonb_build_object('changeId', p_change),
                   p_correlation
              from (select distinct added.agency_id from added) a
          )
          select jsonb_build_object('documents', count(*), 'agencies', count(distinct added.agency_id),
                   'hash', encode(sha256(convert_to(
                     coalesce(string_agg(added.id::text, ',' order by added.agency_id, added.id), ''), 'UTF8')), 'hex'))
            into v_opened from added;
          return v_opened;
        end $$;

      -- Progress per agency, numbers only: the steward of a change hears of it, nobody else (OV-10).
      create function legal_impact.progress(p_change uuid)
        returns table (agency_id uuid, agency_name text, open integer, done integer, overdue integer)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select a.agency_id, g.name,
                 (count(*) filter (where a.state in ('open', 'must-revise')))::integer,
                 (count(*) filter (where a.state in ('not-needed', 'done')))::integer,
                 (count(*) filter (where a.state in ('open', 'must-revise') and a.deadline_on < app.today()))::integer
            from legal_impact.change c
            join legal_impact.assessment a on a.change_id = c.id
            join organization.pub_agency g on g.id = a.agency_id
           where c.id = p_change and c.steward_agency_id = app.agency_id()
           group by a.agency_id, g.name
        $$;

      grant select on legal_impact.change, legal_impact.change_target to iso_definer;
      grant select, insert on legal_impact.assessment to iso_definer;
      grant insert on platform.outbox_message to iso_definer;
      ${definerFunction('legal_impact', 'matches(uuid)', ['iso_definer'])};
      ${definerFunction('legal_impact', 'reach(uuid)', ['iso_app'])};
      ${definerFunction('legal_impact', 'open(uuid, text)', ['iso_app'])};
      ${definerFunction('legal_impact', 'progress(uuid)', ['iso_app'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop schema legal_impact cascade');
  }
}
