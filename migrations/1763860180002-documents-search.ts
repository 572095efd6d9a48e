import { definerFunction, tenantTable } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * The search index of versions (G16, docs/adr/0017). Words are kept as lexemes: `khai`, the pair `khai_sinh`, the same
 * marked `^` in code, title and lĩnh vực, `=` before a whole code, `#` before a whole number or name that is cited.
 * Triggers keep it in the transaction of the change, so what is found is what stands.
 */
export class DocumentsSearch1763860180002 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      -- Trusted, so the owner may add it to a database that was prepared before.
      create extension if not exists btree_gin;

      -- Folded words: runs of letters, and runs of digits without leading zeros ("QT01" is "qt", "1").
      create function documents.search_tokens(value text) returns text[] language sql immutable parallel safe
        as $$ select array(select case when word[1] < 'a' then coalesce(nullif(ltrim(word[1], '0'), ''), '0') else word[1] end
                             from regexp_matches(app.fold(value), '[a-z]{1,40}|[0-9]{1,40}', 'g') as word) $$;
      -- The words, and each two that stand side by side.
      create function documents.search_lexemes(tokens text[], mark text) returns text[] language sql immutable parallel safe
        as $$ select array(select mark || here from unnest(tokens) as here)
                  || array(select mark || here || '_' || after
                             from unnest(tokens[:cardinality(tokens) - 1], tokens[2:]) as pair (here, after)) $$;

      create table documents.search_entry (
        agency_id uuid not null references organization.agency (id),
        version_id uuid not null,
        document_id uuid not null,
        kind text not null,
        series_key text not null,
        code_key text not null,
        unit_id uuid,
        change_class text,
        state text not null,
        starts_on date,
        ends_before date,
        words tsvector not null,
        primary key (agency_id, version_id),
        foreign key (agency_id, version_id) references documents.version (agency_id, id)
      ) with (fillfactor = 85);
      -- A short list of what waits to be sorted in: writing stays quick, and a search reads it through.
      create index search_entry_words on documents.search_entry using gin (agency_id, words)
        with (gin_pending_list_limit = 256);
      ${tenantTable('documents.search_entry')};
      grant select on documents.search_entry to iso_definer;

      -- The words that occur in an agency: what a beginning is completed from and a slip of the keys is mended by. A word
      -- stands under the version that brought it, so that two writers never wait for each other.
      create table documents.search_word (
        agency_id uuid not null references organization.agency (id),
        word text collate "C" not null,
        version_id uuid not null,
        primary key (agency_id, word, version_id)
      );
      ${tenantTable('documents.search_word')};

      create function documents.search_words_of(of_agency uuid, of_version uuid) returns tsvector language sql stable
        as $$
          with texts (value, mark) as (
            select part, mark from documents.version v, unnest(array[v.code, v.title, v.series]) as part, unnest(array['', '^']) as mark
             where v.agency_id = of_agency and v.id = of_version
            union all
            select number_symbol, '' from documents.citation where agency_id = of_agency and version_id = of_version
            union all
            select concat_ws(' ', name, year), '' from documents.named_text where agency_id = of_agency and version_id = of_version
            union all
            select said #>> '{}', '' from documents.version_content c,
                   jsonb_path_query(c.content, '$.** ? (@.type() == "string")') as said
             where c.agency_id = of_agency and c.version_id = of_version
            union all
            select text, '' from documents.version_page where agency_id = of_agency and version_id = of_version),
          wholes (value, mark) as (
            select code, '=' from documents.version where agency_id = of_agency and id = of_version
            union all
            select number_symbol, '#' from documents.citation where agency_id = of_agency and version_id = of_version
            union all
            select said, '#' from documents.named_text n, unnest(array[n.name, concat_ws(' ', n.name, n.year), concat_ws(' ', n.name, 'năm', n.year)]) as said
             where n.agency_id = of_agency and n.version_id = of_version)
          select array_to_tsvector(array(
            select distinct lexeme from (
              select unnest(documents.search_lexemes(documents.search_tokens(value), mark)) from texts
              union all
              select mark || array_to_string(documents.search_tokens(value), '_') from wholes) as found (lexeme)
             where octet_length(lexeme) between 1 and 500
             limit 60000)) -- a tsvector holds one MiB
        $$;

      create function documents.refresh_search(of_agency uuid, of_version uuid) returns void language plpgsql
        as $$
        declare
          found_words tsvector := documents.search_words_of(of_agency, of_version);
        begin
          update documents.search_entry set words = found_words
           where agency_id = of_agency and version_id = of_version and words is distinct from found_words;
          insert into documents.search_word (agency_id, word, version_id)
          select of_agency, lexeme, of_version from unnest(tsvector_to_array(found_words)) as lexeme
           where lexeme ~ '^[a-z0-9]+$'
             and not exists (select from documents.search_word w where w.agency_id = of_agency and w.word = lexeme collate "C")
              on conflict do nothing;
        end $$;

      create function documents.version_searched() returns trigger language plpgsql
        as $$
        begin
          if tg_op = 'INSERT' then
            insert into documents.search_entry (agency_id, version_id, document_id, kind, series_key, code_key, unit_id, change_class,
              state, starts_on, ends_before, words)
            values (new.agency_id, new.id, new.document_id, new.kind, new.series_key, new.code_key, new.owning_unit_id, new.change_class,
              new.state, new.starts_on, new.ends_before, '');
          elsif (new.kind, new.series_key, new.code_key, new.owning_unit_id, new.change_class, new.state, new.starts_on, new.ends_before)
             is distinct from (old.kind, old.series_key, old.code_key, old.owning_unit_id, old.change_class, old.state, old.starts_on, old.ends_before) then
            update documents.search_entry
               set kind = new.kind, series_key = new.series_key, code_key = new.code_key, unit_id = new.owning_unit_id,
                   change_class = new.change_class, state = new.state, starts_on = new.starts_on, ends_before = new.ends_before
             where agency_id = new.agency_id and version_id = new.id;
          end if;
          if tg_op = 'INSERT' or (new.code, new.title, new.series) is distinct from (old.code, old.title, old.series) then
            perform documents.refresh_search(new.agency_id, new.id);
          end if;
          return null;
        end $$;
      create trigger searched after insert or update on documents.version
        for each row execute function documents.version_searched();

      create function documents.part_searched() returns trigger language plpgsql
        as $$
        begin
          perform documents.refresh_search(part.agency_id, part.version_id)
             from (select distinct agency_id, version_id from changed) as part;
          return null;
        end $$;
      ${PARTS.flatMap((part) => EVENTS.map(([event, rows]) => triggerOf(part, event, rows))).join(';\n')};

      ${SEARCH};
      ${definerFunction('documents', 'search_versions(tsquery[], boolean, boolean, jsonb, jsonb, integer)', ['iso_app'])};

      insert into documents.search_entry (agency_id, version_id, document_id, kind, series_key, code_key, unit_id, change_class,
          state, starts_on, ends_before, words)
      select agency_id, id, document_id, kind, series_key, code_key, owning_unit_id, change_class, state, starts_on, ends_before,
             documents.search_words_of(agency_id, id) from documents.version;
      insert into documents.search_word (agency_id, word, version_id)
      select distinct on (agency_id, lexeme) agency_id, lexeme, version_id
        from documents.search_entry, unnest(tsvector_to_array(words)) as lexeme where lexeme ~ '^[a-z0-9]+$';
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    const drops = PARTS.flatMap((part) =>
      EVENTS.map(([event]) => `drop trigger searched_${event} on documents.${part}`),
    );
    await runner.query(`
      ${drops.join(';\n')};
      drop trigger searched on documents.version;
      drop function documents.search_versions(tsquery[], boolean, boolean, jsonb, jsonb, integer);
      drop function documents.part_searched();
      drop function documents.version_searched();
      drop function documents.refresh_search(uuid, uuid);
      drop function documents.search_words_of(uuid, uuid);
      drop table documents.search_word, documents.search_entry;
      drop function documents.search_lexemes(text[], text);
      drop function documents.search_tokens(text)`);
  }
}

const PARTS = ['version_page', 'version_content', 'citation', 'named_text'] as const;
const EVENTS = [
  ['insert', 'new'],
  ['update', 'new'],
  ['delete', 'old'],
] as const;

function triggerOf(part: string, event: string, rows: string): string {
  return `create trigger searched_${event} after ${event} on documents.${part}
    referencing ${rows} table as changed for each statement execute function documents.part_searched()`;
}

/**
 * What the callers' queries find, tier by tier: a version has the first tier whose query it matches. It looks past the
 * policies (their functions are not leakproof, so no index of words may be used under them) and repeats the wall from
 * the same settings; what is found is read again under the policies by whoever asked.
 */
const SEARCH = `
  create function documents.search_versions(queries tsquery[], drafts boolean, history boolean, filters jsonb, after jsonb, page_size integer)
    returns table (agency_id uuid, version_id uuid, tier integer, standing integer, series_key text, code_key text)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
    set enable_seqscan = off set enable_indexscan = off
    as $$
    #variable_conflict use_column
    declare
      readers constant uuid[] := app.readable();
      today constant date := app.today();
      place constant integer := coalesce((after ->> 'tier')::integer, 1);
      left_over integer := page_size;
      earlier tsquery;
      got integer;
    begin
      for step in 1 .. cardinality(queries) loop
        if step >= place then
          return query
            with before as materialized (
              select e.version_id from unnest(readers) as reader (id)
               cross join lateral (select b.version_id from documents.search_entry b
                                    where b.agency_id = reader.id and b.words @@ earlier) e
               where earlier is not null)
            select f.agency_id, f.version_id, step, f.standing, f.series_key, f.code_key
              from unnest(readers) as reader (id)
             cross join lateral (
               select e.*, case when e.state in ('draft', 'in-review', 'approved') then 2
                                when e.starts_on > today then 1 when e.ends_before > today then 0 else 3 end as standing
                 from documents.search_entry e
                where e.agency_id = reader.id and e.words @@ queries[step]
                  and (filters ->> 'kind' is null or e.kind = filters ->> 'kind')
                  and (filters ->> 'seriesKey' is null or e.series_key = filters ->> 'seriesKey')
                  and (filters ->> 'unitId' is null or e.unit_id = (filters ->> 'unitId')::uuid)
                  and (filters ->> 'changeClass' is null or e.change_class = filters ->> 'changeClass')
                  and (filters ->> 'year' is null or e.starts_on between make_date((filters ->> 'year')::int, 1, 1) and make_date((filters ->> 'year')::int, 12, 31))) f
             where case f.standing when 0 then true when 2 then drafts and f.agency_id = app.agency_id() else history end
               and case coalesce(filters ->> 'standing', 'current')
                     when 'current' then f.standing < 3 when 'effective' then f.standing = 0 when 'in-progress' then f.standing = 2
                     when 'scheduled' then f.standing = 1 when 'ended' then f.standing = 3 else true end
               and (after is null or step > place
                 or (f.standing, f.series_key, f.code_key, f.version_id)
                    > ((after ->> 'standing')::integer, after ->> 'seriesKey', after ->> 'codeKey', (after ->> 'versionId')::uuid))
               and f.version_id not in (select before.version_id from before)
             order by f.standing, f.series_key, f.code_key, f.version_id
             limit left_over;
          get diagnostics got = row_count;
          left_over := left_over - got;
          exit when left_over <= 0;
        end if;
        earlier := coalesce(earlier || queries[step], queries[step]);
      end loop;
    end $$`;
