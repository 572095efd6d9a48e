import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

const FUNCTIONS: readonly (readonly [string, string])[] = [
  ['hits(uuid)', 'iso_definer'],
  ['matches_text(uuid)', 'iso_definer'],
  ['drafts(uuid)', 'iso_definer'],
  ['reach_documents(uuid, integer)', 'iso_app'],
  ['withdraw(uuid, text)', 'iso_app'],
];

/**
 * Whom a change reaches and why: by number, by name, or through a text that was amended earlier; drafts in work hear of
 * it too. Several changes on one document are one task. A confirmed change can be withdrawn.
 */
export class LegalImpactReasons1763860340002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table legal_impact.change
        drop constraint change_once,
        add column withdrawn_by uuid,
        add column withdrawn_by_name text,
        add column withdrawn_at timestamptz,
        add column withdraw_reason text,
        add constraint change_withdrawn check ((state = 'withdrawn') = (withdrawn_at is not null)
          and (withdrawn_at is null or (withdrawn_by is not null and withdraw_reason <> '')));
      -- What was withdrawn may be recorded anew, put right.
      create unique index change_once on legal_impact.change (steward_agency_id, text_id, source) where state <> 'withdrawn';
      -- Which articles are changed, as recorded.
      alter table legal_impact.change_target add column note text;

      alter table legal_impact.assessment
        -- The task that it is a reason of: one per document, named by the first of its assessments.
        add column task_id uuid,
        drop constraint assessment_state_check,
        add constraint assessment_state_check check (state in ('open', 'must-revise', 'not-needed', 'done', 'withdrawn')),
        drop constraint assessment_check1,
        add constraint assessment_closed
          check ((state in ('not-needed', 'done', 'withdrawn')) = (closed_at is not null));
      create index assessment_task on legal_impact.assessment (agency_id, task_id);

      create view documents.pub_version_in_work with (security_invoker = true) as
        select agency_id, id as version_id, document_id, drafter_id, owning_unit_id from documents.version
         where state in ('draft', 'in-review', 'approved') and not kept_by_owner;
      grant select on documents.pub_version_in_work to iso_app, iso_worker, iso_definer;

      -- Why a draft in work must be looked at before it is issued.
      create table legal_impact.draft_reason (
        agency_id uuid not null references organization.agency (id),
        change_id uuid not null references legal_impact.change (id),
        version_id uuid not null,
        reasons jsonb not null check (jsonb_typeof(reasons) = 'array'),
        found_at timestamptz not null default clock_timestamp(),
        primary key (agency_id, change_id, version_id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      );
      create index draft_reason_version on legal_impact.draft_reason (agency_id, version_id);
      ${tenantTable('legal_impact.draft_reason')};

      -- What is cited of the targets of a change, or of a text that one of them amended or replaced before.
      create function legal_impact.hits(p_change uuid)
        returns table (agency_id uuid, version_id uuid, cites text, via text, rank integer, reason jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with recursive given as materialized (
            select c.steward_agency_id, c.audience, c.scope, c.text_id, t.number_key, t.issuer_key, t.issued_on,
                   t.territory
              from legal_impact.change c
              join legal_register.pub_legal_text t on t.id = c.text_id
             where c.id = p_change and c.source = 'text'
          ), node as (
            select t.id, t.number_key, t.issuer_key, t.issued_on, t.territory, ct.kind, ct.partly, ct.note,
                   t.number_symbol, t.number_symbol as target, '{}'::text[] as path
              from given g
              join legal_impact.change_target ct on ct.change_id = p_change
              join legal_register.pub_legal_text t on t.id = ct.target_id
            union
            select a.id, a.number_key, a.issuer_key, a.issued_on, a.territory, n.kind, n.partly, n.note,
                   a.number_symbol, n.target, array_prepend(n.number_symbol, n.path)
              from node n
              join legal_register.pub_legal_text twin
                on (twin.number_key, twin.issuer_key, twin.issued_on) = (n.number_key, n.issuer_key, n.issued_on)
              join legal_register.pub_relation r on r.text_id = twin.id and r.kind in ('amends', 'replaces')
              join given g on (r.confirmed_at is not null and r.audience @> g.audience)
                or r.steward_agency_id = g.steward_agency_id
              join legal_register.pub_legal_text a on a.id = r.target_id and a.issued_on <= twin.issued_on
             where cardinality(n.path) < 4 and a.number_symbol <> all (n.path) and a.number_symbol <> n.target
               and (a.number_key, a.issuer_key, a.issued_on) <> (g.number_key, g.issuer_key, g.issued_on)
          ), target as materialized (
            -- The shortest way to each text; what is changed itself is reached by no other way.
            select distinct on (n.number_key, n.issuer_key, n.issued_on) n.*
              from node n order by n.number_key, n.issuer_key, n.issued_on, cardinality(n.path), n.path
          ), numbered as (
            -- As it is cited, also by the record of it that was merged into this one.
            select n.number_key, n.issuer_key, n.issued_on, n.territory, n.kind, n.partly, n.note, n.target, n.path
              from target n
            union
            select m.number_key, m.issuer_key, m.issued_on, n.territory, n.kind, n.partly, n.note, n.target, n.path
              from target n
              join legal_register.pub_legal_text m on m.merged_into = n.id
          ), name as materialized (
            -- Names of the target, whichever steward keeps them, as long as the whole reach may see them.
            select distinct on (a.name_key, coalesce(a.year, extract(year from t.issued_on)::integer))
                   a.name_key, coalesce(a.year, extract(year from t.issued_on)::integer) as year, t.issued_on, t.kind,
                   t.partly, t.note, t.target, t.path, t.territory
              from target t
              join legal_register.pub_legal_text twin
                on (twin.number_key, twin.issuer_key, twin.issued_on) = (t.number_key, t.issuer_key, t.issued_on)
              join legal_register.pub_text_alias a on a.text_id = twin.id
              join given g on a.audience @> g.audience or a.steward_agency_id = g.steward_agency_id
             order by 1, 2, cardinality(t.path), t.issued_on desc
          ), latest as materialized (
            -- A name without a year means the last law of that name, the changing text itself left aside.
            select distinct on (n.name_key) n.*
              from name n
             where not exists (
               select from legal_register.pub_text_alias a
                 join legal_register.pub_legal_text other on other.id = a.text_id
                 join given g on a.audience @> g.audience or a.steward_agency_id = g.steward_agency_id
                where a.name_key = n.name_key and other.issued_on > n.issued_on
                  and (other.number_key, other.issuer_key, other.issued_on) <> (g.number_key, g.issuer_key, g.issued_on))
             order by n.name_key, n.issued_on desc
          ), hit as (
            select c.agency_id, c.version_id, c.number_symbol as cites, 'number' as via, t.kind, t.partly, t.note, t.target,
                   t.path, t.territory
              from numbered t
              join documents.pub_citation c on c.number_key = t.number_key
               and (coalesce(c.issuer_key, '') = '' or c.issuer_key = t.issuer_key)
               and (c.issued_on is null or c.issued_on = t.issued_on)
            union
            select c.agency_id, c.version_id, concat_ws(' năm ', c.name, c.year::text), 'name', n.kind, n.partly, n.note,
                   n.target, n.path, n.territory
              from name n
              join documents.pub_named_text c on c.name_key = n.name_key and c.year = n.year
            union
            select c.agency_id, c.version_id, c.name, 'name', n.kind, n.partly, n.note, n.target, n.path, n.territory
              from latest n
              join documents.pub_named_text c on c.name_key = n.name_key and c.year is null
          )
          select h.agency_id, h.version_id, h.cites, case when h.path = '{}' then h.via else 'amended' end,
                 case when h.path <> '{}' then 3 when h.via = 'number' then 1 else 2 end,
                 jsonb_build_object('cites', h.cites, 'via', case when h.path = '{}' then h.via else 'amended' end,
                   'kind', h.kind, 'target', h.target, 'partly', h.partly, 'note', h.note, 'path', to_jsonb(h.path))
            from hit h
            join organization.pub_agency a on a.id = h.agency_id and a.valid @> app.today()
            join given g on case g.scope when 'agency' then a.id = g.steward_agency_id else g.audience @> a.path end
           -- A resolution of one province's council may be valid in a part of a merged province only.
           where legal_register.applies_at(h.territory, a.path) and legal_register.applies_at(g.territory, a.path)
        $$;

      -- One row per document: its valid version that is hit, the nearest way by which, and all ways.
      drop function legal_impact.matches_text(uuid);
      create function legal_impact.matches_text(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text,
                       reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select v.agency_id, v.document_id, (array_agg(v.version_id order by v.validity, h.rank, h.cites))[1],
                 (array_agg(v.owning_unit_id order by v.validity, h.rank, h.cites))[1],
                 (array_agg(h.cites order by v.validity, h.rank, h.cites))[1],
                 (array_agg(h.via order by v.validity, h.rank, h.cites))[1],
                 case when count(*) = 1 then jsonb_build_array(min(h.reason::text)::jsonb)
                      else jsonb_agg(distinct h.reason) end
            from legal_impact.hits(p_change) h
            join documents.pub_valid_version v on v.agency_id = h.agency_id and v.version_id = h.version_id
           group by v.agency_id, v.document_id
        $$;
      create or replace function legal_impact.matches(p_change uuid)
        returns table (agency_id uuid, document_id uuid, version_id uuid, owning_unit_id uuid, cites text, via text,
                       reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          -- A change is of one source, so no document is in both.
          select * from legal_impact.matches_text(p_change)
          union all
          select * from legal_impact.matches_tthc(p_change)
        $$;

      -- Drafts in work that are hit.
      create function legal_impact.drafts(p_change uuid)
        returns table (agency_id uuid, version_id uuid, reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select w.agency_id, w.version_id, jsonb_agg(distinct h.reason)
            from legal_impact.hits(p_change) h
            join documents.pub_version_in_work w on w.agency_id = h.agency_id and w.version_id = h.version_id
           group by w.agency_id, w.version_id
        $$;

      -- The first documents that a change would reach: shown to its steward before confirming.
      create function legal_impact.reach_documents(p_change uuid, p_limit integer)
        returns table (agency_name text, code text, title text, cites text, via text, reasons jsonb)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          select a.name, v.code, v.title, m.cites, m.via, m.reasons
            from legal_impact.change c
            cross join lateral legal_impact.matches(c.id) m
            join documents.pub_valid_version v on v.agency_id = m.agency_id and v.version_id = m.version_id
            join organization.pub_agency a on a.id = m.agency_id
           where c.id = p_change and c.steward_agency_id = app.agency_id() and c.state = 'recorded'
           order by a.name, v.code, m.document_id
           limit p_limit
        $$;

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
              via, reasons, deadline_on)
            select m.agency_id, uuidv7(), p_change, m.document_id, m.version_id, m.owning_unit_id, m.cites, m.via, m.reasons,
                   v_deadline
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

      -- Ends what a withdrawn change opened, in every agency at once; each hears of it and ends its own work.
      create function legal_impact.withdraw(p_change uuid, p_correlation text) returns jsonb
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_reason text;
          v_ended jsonb;
        begin
          select c.withdraw_reason into v_reason from legal_impact.change c
           where c.id = p_change and c.state = 'withdrawn' and c.steward_agency_id = app.agency_id();
          if not found then
            raise exception 'not a withdrawn change of this agency' using errcode = '42501';
          end if;
          with ended as (
            update legal_impact.assessment a
               set state = 'withdrawn', closed_at = clock_timestamp(), closed_reason = v_reason,
                   row_version = a.row_version + 1
             where a.change_id = p_change and a.state in ('open', 'must-revise')
            returning a.agency_id, a.id
          ), announced as (
            insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
            select a.agency_id, uuidv7(), 'legal-impact.change-withdrawn.v1', jsonb_build_object('changeId', p_change),
                   p_correlation
              from (select e.agency_id from ended e
                    union select r.agency_id from legal_impact.draft_reason r where r.change_id = p_change) a
          )
          select jsonb_build_object('documents', count(*), 'agencies', count(distinct ended.agency_id),
                   'hash', encode(sha256(convert_to(
                     coalesce(string_agg(ended.id::text, ',' order by ended.agency_id, ended.id), ''), 'UTF8')), 'hex'))
            into v_ended from ended;
          return v_ended;
        end $$;

      grant update on legal_impact.assessment to iso_definer;
      grant select, insert on legal_impact.draft_reason to iso_definer;
    `);
    for (const [signature, caller] of FUNCTIONS)
      await runner.query(definerFunction('legal_impact', signature, [caller]));
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function legal_impact.withdraw(uuid, text);
      drop function legal_impact.reach_documents(uuid, integer);
      drop function legal_impact.drafts(uuid);
      drop table legal_impact.draft_reason;
      drop view documents.pub_version_in_work;
      alter table legal_impact.assessment drop column task_id;
      alter table legal_impact.change_target drop column note;
    `);
  }
}
