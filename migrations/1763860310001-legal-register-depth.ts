import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * What a text holds beyond its identity: abstract, official file or link, articles, territory; a relation with the
 * provisions it touches; a wrong record withdrawn, a duplicate merged. What was merged stays resolvable: the views show
 * its relations, names and number as those of the text that stands for both.
 */
export class LegalRegisterDepth1763860310001 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table legal_register.legal_text
        add abstract text,
        add source_url text check (source_url ~ '^https?://'),
        -- The official file: {sha256, name, size, type}; its bytes lie among the records of the steward.
        add file jsonb,
        -- Điều as far as known: [{label, title}], in the order of the text.
        add articles jsonb not null default '[]',
        -- Where it applies when that is not the whole audience: [{id, name, path}] of agencies, and in words.
        add territory jsonb not null default '[]',
        add territory_note text,
        -- What it does to texts that the register does not hold yet.
        add awaited jsonb not null default '[]',
        add merged_into uuid references legal_register.legal_text (id),
        add closed_reason text,
        drop constraint legal_text_state_check,
        add constraint legal_text_state_check check (state in ('recorded', 'confirmed', 'withdrawn', 'merged')),
        drop constraint legal_text_check,
        add constraint legal_text_confirmed_check check (state <> 'confirmed' or confirmed_at is not null),
        add constraint legal_text_merged_check check ((state = 'merged') = (merged_into is not null)),
        add constraint legal_text_closed_check check (state <> 'withdrawn' or closed_reason is not null),
        drop constraint legal_text_identity;
      -- A wrong record that was withdrawn does not bar the right one.
      create unique index legal_text_identity
        on legal_register.legal_text (steward_agency_id, number_key, issuer_key, issued_on) where state <> 'withdrawn';
      create index legal_text_merged on legal_register.legal_text (merged_into) where merged_into is not null;
      create index legal_text_awaited on legal_register.legal_text using gin (awaited jsonb_path_ops) where awaited <> '[]';
      create index legal_text_near on legal_register.legal_text using gin (number_key public.gin_trgm_ops);
      create index text_alias_near on legal_register.text_alias using gin (name_key public.gin_trgm_ops);

      alter table legal_register.relation
        add provisions text,
        add transition text,
        add withdrawn_at timestamptz;
      alter table legal_register.text_alias
        add withdrawn_at timestamptz;

      -- The day from which a text is of no effect any more, known or already decided; null = none is known.
      create function legal_register.ends_on(p_text uuid) returns date language sql stable parallel safe
        as $$
          select least(t.expired_on, min(r.effective_on))
            from legal_register.legal_text t
            left join legal_register.relation r on r.kind in ('replaces', 'repeals') and not r.partly
              and r.target_id = any (array(select m.id from legal_register.legal_text m where m.merged_into = t.id) || t.id)
              and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id()))
              and r.withdrawn_at is null
           where t.id = (select coalesce(s.merged_into, s.id) from legal_register.legal_text s where s.id = p_text)
           group by t.id
        $$;

      -- Status on a day is computed, never stored; a relation that nobody confirmed counts for its recorder alone.
      create or replace function legal_register.status_on(p_text uuid, p_day date) returns text
        language sql stable parallel safe as $$
          select case
              when t.expired_on <= p_day or coalesce(bool_or(not r.partly), false) then 'expired'
              when t.effective_on is null then 'recorded'
              when t.effective_on > p_day then 'not-yet'
              when coalesce(bool_or(r.partly), false) then 'partly-expired'
              else 'in-force' end
            from legal_register.legal_text t
            left join legal_register.relation r on r.kind in ('replaces', 'repeals')
              and r.target_id = any (array(select m.id from legal_register.legal_text m where m.merged_into = t.id) || t.id)
              and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id()))
              and r.withdrawn_at is null and r.effective_on <= p_day
           where t.id = (select coalesce(s.merged_into, s.id) from legal_register.legal_text s where s.id = p_text)
           group by t.id
        $$;

      -- Whether another text had amended or corrected it by that day.
      create function legal_register.amended_on(p_text uuid, p_day date) returns boolean language sql stable parallel safe
        as $$
          select exists (select from legal_register.relation r
            where r.target_id = any (array(select m.id from legal_register.legal_text m where m.merged_into = p_text) || p_text)
              and r.kind in ('amends', 'corrects') and r.effective_on <= p_day and r.withdrawn_at is null
              and (r.confirmed_at is not null or r.steward_agency_id = (select app.agency_id())))
        $$;

      -- Whether a text is meant for the agency at this path: no territory means everywhere.
      create function legal_register.applies_at(p_territory jsonb, p_path public.ltree) returns boolean
        language sql immutable parallel safe as $$
          select p_territory = '[]' or exists (
            select from jsonb_array_elements(p_territory) u
             where (u ->> 'path')::public.ltree operator(public.@>) p_path
                or p_path operator(public.@>) (u ->> 'path')::public.ltree)
        $$;

      -- The one text that a number, an issuing body and a day mean to the caller; null when none does, or several do.
      create function legal_register.text_of(p_number text, p_issuer text, p_day date) returns uuid
        language sql stable parallel safe as $$
          select case when count(distinct (s.number_key, s.issuer_key, s.issued_on)) = 1
                 then (array_agg(s.id order by (s.state = 'confirmed') desc, public.nlevel(s.audience), s.id))[1] end
            from legal_register.legal_text t
            join legal_register.legal_text s on s.id = coalesce(t.merged_into, t.id)
           where t.number_key = p_number and (p_issuer = '' or t.issuer_key = p_issuer)
             and (p_day is null or t.issued_on = p_day) and t.state <> 'withdrawn'
        $$;

      -- The one law that a name means; without a year the last one of that name that is not still to come.
      create function legal_register.law_of(p_name text, p_year integer, p_day date) returns uuid
        language sql stable parallel safe as $$
          select s.id
            from legal_register.text_alias n
            join legal_register.legal_text t on t.id = n.text_id and t.state <> 'withdrawn'
            join legal_register.legal_text s on s.id = coalesce(t.merged_into, t.id)
           where n.name_key = p_name and n.withdrawn_at is null and (p_year is null or n.year = p_year)
             and (p_year is not null or coalesce(s.effective_on, s.issued_on) <= p_day)
           order by s.issued_on desc, (s.state = 'confirmed') desc, public.nlevel(s.audience), s.id
           limit 1
        $$;

      create or replace view legal_register.pub_legal_text with (security_invoker = true) as
        select id, steward_agency_id, audience, kind, number_symbol, number_key, issuer, issuer_key, issued_on,
               effective_on, expired_on, title, field, state, row_version, abstract, source_url, file, articles, territory,
               territory_note, awaited, merged_into, closed_reason
          from legal_register.legal_text;
      create or replace view legal_register.pub_text_alias with (security_invoker = true) as
        select id, steward_agency_id, audience, text_id, name, name_key, year
          from legal_register.text_alias where withdrawn_at is null
        union all
        select a.id, a.steward_agency_id, a.audience, m.merged_into, a.name, a.name_key, a.year
          from legal_register.legal_text m
          join legal_register.text_alias a on a.text_id = m.id
         where m.merged_into is not null and a.withdrawn_at is null;
      create or replace view legal_register.pub_relation with (security_invoker = true) as
        select id, steward_agency_id, audience, text_id, target_id, kind, partly, effective_on, note, confirmed_at,
               provisions, transition
          from legal_register.relation where withdrawn_at is null
        union all
        select r.id, r.steward_agency_id, r.audience, r.text_id, m.merged_into, r.kind, r.partly, r.effective_on, r.note,
               r.confirmed_at, r.provisions, r.transition
          from legal_register.legal_text m
          join legal_register.relation r on r.target_id = m.id
         where m.merged_into is not null and r.withdrawn_at is null
        union all
        select r.id, r.steward_agency_id, r.audience, m.merged_into, r.target_id, r.kind, r.partly, r.effective_on, r.note,
               r.confirmed_at, r.provisions, r.transition
          from legal_register.legal_text m
          join legal_register.relation r on r.text_id = m.id
         where m.merged_into is not null and r.withdrawn_at is null;

      -- Whoever was merged into the merged text follows on, whichever steward keeps it: a pointer, no content.
      create function legal_register.follow_merge(p_text uuid) returns integer
        language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
        declare
          v_into uuid;
          v_moved integer;
        begin
          select t.merged_into into v_into from legal_register.legal_text t
           where t.id = p_text and t.steward_agency_id = app.agency_id() and t.state = 'merged';
          if v_into is null then
            raise exception 'not a merged text of this agency' using errcode = '42501';
          end if;
          update legal_register.legal_text set merged_into = v_into where merged_into = p_text;
          get diagnostics v_moved = row_count;
          return v_moved;
        end $$;
      grant update (merged_into) on legal_register.legal_text to iso_definer;
      ${definerFunction('legal_register', 'follow_merge(uuid)', ['iso_app'])};
    `);
  }

  async down(): Promise<void> {
    // Columns hold what people entered; going back would lose it.
    await Promise.resolve();
  }
}
