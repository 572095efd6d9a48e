import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What a person says that a citation means, for every document of the agency that cites in the same words. */
export class DocumentsCitationLinks1763860310003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      create table documents.citation_link (
        agency_id uuid not null references organization.agency (id),
        id uuid not null,
        kind text not null check (kind in ('number', 'name')),
        -- The key of the number or of the name, with what else the citation says.
        key text not null check (key <> ''),
        issuer_key text not null default '',
        issued_on date,
        year integer,
        text_id uuid references legal_register.legal_text (id),
        -- Texts that it does not mean.
        rejected uuid[] not null default '{}',
        decided_by uuid not null,
        decided_by_name text not null,
        decided_at timestamptz not null default clock_timestamp(),
        row_version integer not null default 1,
        primary key (agency_id, id),
        constraint citation_link_once unique nulls not distinct (agency_id, kind, key, issuer_key, issued_on, year)
      );
      create index citation_link_text on documents.citation_link (agency_id, text_id);
      ${tenantTable('documents.citation_link')};
      grant select on documents.citation_link to iso_definer;

      -- What a citation means in an agency: what a person said, else the one text that it names without doubt.
      create function documents.meaning_of(p_agency uuid, p_kind text, p_key text, p_issuer text, p_day date, p_year integer)
        returns uuid language sql stable parallel safe as $$
          select case when l.text_id is not null
                 then (select coalesce(t.merged_into, t.id) from legal_register.legal_text t where t.id = l.text_id)
                 else nullif(found.id, all_of.rejected) end
            from (select case p_kind when 'number' then legal_register.text_of(p_key, p_issuer, p_day)
                    else legal_register.law_of(p_key, p_year, app.today()) end as id) found
            left join documents.citation_link l on l.agency_id = p_agency and l.kind = p_kind and l.key = p_key
              and l.issuer_key = p_issuer and l.issued_on is not distinct from p_day
              and l.year is not distinct from p_year
            cross join lateral (select case when found.id = any (l.rejected) then found.id end as rejected) all_of
        $$;

      -- A citation that a person has linked, or whose text was merged, is shown under the number of the text it means.
      create or replace view documents.pub_citation with (security_invoker = true) as
        select agency_id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key, issued_on
          from documents.citation
        union all
        select c.agency_id, c.version_id, c.ordinal, c.number_symbol, t.number_key, c.kind, t.issuer, t.issuer_key, t.issued_on
          from documents.citation_link l
          join legal_register.legal_text k on k.id = l.text_id
          join legal_register.legal_text t on t.id = coalesce(k.merged_into, k.id)
          join documents.citation c on c.agency_id = l.agency_id and c.number_key = l.key and c.issuer_key = l.issuer_key
           and c.issued_on is not distinct from l.issued_on
         where l.kind = 'number'
        union all
        select n.agency_id, n.version_id, n.ordinal, n.name, t.number_key, null, t.issuer, t.issuer_key, t.issued_on
          from documents.citation_link l
          join legal_register.legal_text k on k.id = l.text_id
          join legal_register.legal_text t on t.id = coalesce(k.merged_into, k.id)
          join documents.named_text n on n.agency_id = l.agency_id and n.name_key = l.key
           and n.year is not distinct from l.year
         where l.kind = 'name'
        union all
        select c.agency_id, c.version_id, c.ordinal, c.number_symbol, t.number_key, c.kind, t.issuer, t.issuer_key, t.issued_on
          from legal_register.legal_text m
          join legal_register.legal_text t on t.id = m.merged_into
          join documents.citation c on c.number_key = m.number_key and (c.issuer_key = '' or c.issuer_key = m.issuer_key)
           and (c.issued_on is null or c.issued_on = m.issued_on)
         where m.merged_into is not null;

      -- "Văn bản này được viện dẫn ở đâu" over a province: only for the province itself, only its own agencies, only what
      -- it may see of the register; what is kept for certain units is told without its name (DI-16).
      create function documents.citing_in_province(p_text uuid, p_after text[], p_limit integer)
        returns table (agency_id uuid, agency_name text, document_id uuid, version_id uuid, code text, title text,
                       cites text, sort_key text)
        language sql stable security definer set search_path = pg_catalog, public, pg_temp as $$
          with province as (
            select a.id, a.path from organization.pub_agency a
             where a.id = app.agency_id() and a.kind = 'province' and a.path = app.path()
          ), meant as (
            select t.number_key, t.issuer_key, t.issued_on, t.id from legal_register.legal_text t, province p
             where t.id = p_text and (t.audience @> p.path or t.steward_agency_id = p.id)
          ), hit as (
            select c.agency_id, c.version_id, c.number_symbol as cites
              from meant t join documents.pub_citation c on c.number_key = t.number_key
               and (c.issuer_key = '' or c.issuer_key = t.issuer_key) and (c.issued_on is null or c.issued_on = t.issued_on)
            union all
            select n.agency_id, n.version_id, concat_ws(' năm ', n.name, n.year::text)
              from meant t join legal_register.pub_text_alias a on a.text_id = t.id
              join documents.pub_named_text n on n.name_key = a.name_key and (n.year = a.year
                or (n.year is null and legal_register.law_of(n.name_key, null, app.today()) = t.id))
          ), line as (
            select distinct on (v.agency_id, v.document_id) v.agency_id, g.name as agency_name, v.document_id,
                   v.version_id, d.reading_units is not null as is_restricted, v.code, v.title, h.cites
              from hit h
              join documents.pub_valid_version v on v.agency_id = h.agency_id and v.version_id = h.version_id
              join documents.version d on d.agency_id = v.agency_id and d.id = v.version_id
              join organization.pub_agency g on g.id = v.agency_id
              join province p on p.path @> g.path
             order by v.agency_id, v.document_id, v.validity, h.cites
          ), sorted as (
            select l.*, lower(l.agency_name) || ' ' || l.agency_id as key from line l)
          select s.agency_id, s.agency_name, s.document_id, s.version_id, case when s.is_restricted then '' else s.code end,
                 case when s.is_restricted then '' else s.title end, s.cites, s.key
            from sorted s
           where p_after is null or (s.key, s.document_id) > (p_after[1], p_after[2]::uuid)
           order by s.key, s.document_id limit p_limit
        $$;
      ${definerFunction('documents', 'citing_in_province(uuid, text[], integer)', ['iso_app'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop function documents.citing_in_province(uuid, text[], integer);
      drop function documents.meaning_of(uuid, text, text, text, date, integer);
      create or replace view documents.pub_citation with (security_invoker = true) as
        select agency_id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key, issued_on
          from documents.citation;
      drop table documents.citation_link;
    `);
  }
}
