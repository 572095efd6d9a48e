import { definerFunction } from '@app/platform/database';
import { type MigrationInterface, type QueryRunner } from 'typeorm';

/**
 * Measured on a million versions: the words go out of the row, so that what is sorted lies close together; the agency
 * stands in the index as text, so that the planner does not read all keys of the agency beside it. What predecessors
 * left is found as what has ended: in force here is only what the agency's own decision says (OF-11).
 */
export class DocumentsSearchTuning1763860180003 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      alter table documents.search_entry alter column words set storage external;
      alter table documents.search_entry set (toast_tuple_target = 128);
      -- Versions for certain readers only: asked of each person (documents.may_read).
      alter table documents.search_entry add column restricted boolean not null default false;
      update documents.search_entry e set words = words || ''::tsvector, restricted = v.reading_units is not null
        from documents.version v where v.agency_id = e.agency_id and v.id = e.version_id;
      grant execute on function documents.may_read(uuid, uuid, uuid[], text[]) to iso_definer;
      grant select on identity.membership, identity.pub_membership, documents.route_step, documents.reader to iso_definer;
      create function documents.restriction_searched() returns trigger language plpgsql
        as $$
        begin
          update documents.search_entry set restricted = new.reading_units is not null
           where agency_id = new.agency_id and version_id = new.id and restricted <> (new.reading_units is not null);
          return null;
        end $$;
      create trigger searched_restriction after insert or update of reading_units on documents.version
        for each row execute function documents.restriction_searched();
      drop index documents.search_entry_words;
      create index search_entry_words on documents.search_entry using gin ((agency_id::text), words)
        with (gin_pending_list_limit = 256);
      ${SEARCH};
      ${definerFunction('documents', 'search_versions(tsquery[], boolean, boolean, jsonb, jsonb, integer)', ['iso_app'])};
    `);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query(`
      drop trigger searched_restriction on documents.version;
      drop function documents.restriction_searched();
      drop index documents.search_entry_words;
      create index search_entry_words on documents.search_entry using gin (agency_id, words)
        with (gin_pending_list_limit = 256);
      alter table documents.search_entry reset (toast_tuple_target);
      alter table documents.search_entry alter column words set storage extended`);
  }
}

/** As before, over the agency as text. */
const SEARCH = `
  create or replace function documents.search_versions(queries tsquery[], drafts boolean, history boolean, filters jsonb, after jsonb, page_size integer)
    returns table (agency_id uuid, version_id uuid, tier integer, standing integer, series_key text, code_key text)
    language plpgsql stable security definer set search_path = pg_catalog, pg_temp set plan_cache_mode = force_custom_plan
    set enable_seqscan = off set enable_indexscan = off
    as $$
    #variable_conflict use_column
    declare
      own constant uuid := app.agency_id();
      readers constant uuid[] := app.readable();
      today constant date := app.today();
      place constant integer := coalesce((after ->> 'tier')::integer, 1);
      wanted constant text := coalesce(filters ->> 'standing', 'current');
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
                                    where b.agency_id::text = reader.id::text and b.words @@ earlier) e
               where earlier is not null)
            select f.agency_id, f.version_id, step, f.standing, f.series_key, f.code_key
              from unnest(readers) as reader (id)
             cross join lateral (
               select e.*, case when e.agency_id <> own then 3
                                when e.state in ('draft', 'in-review', 'approved') then 2
                                when e.starts_on > today then 1 when e.ends_before > today then 0 else 3 end as standing
                 from documents.search_entry e
                where e.agency_id::text = reader.id::text and e.words @@ queries[step]
                  and (filters ->> 'kind' is null or e.kind = filters ->> 'kind')
                  and (filters ->> 'seriesKey' is null or e.series_key = filters ->> 'seriesKey')
                  and (filters ->> 'unitId' is null or e.unit_id = (filters ->> 'unitId')::uuid)
                  and (filters ->> 'changeClass' is null or e.change_class = filters ->> 'changeClass')
                  and (filters ->> 'year' is null or e.starts_on between make_date((filters ->> 'year')::int, 1, 1) and make_date((filters ->> 'year')::int, 12, 31))
                  and (e.agency_id = own or e.state in ('issued', 'withdrawn'))) f
             where case f.standing when 0 then true when 2 then drafts else history end
               and case wanted when 'current' then f.standing < 3 when 'effective' then f.standing = 0
                     when 'scheduled' then f.standing = 1 when 'in-progress' then f.standing = 2 when 'ended' then f.standing = 3 else true end
               and (after is null or step > place
                 or (f.standing, f.series_key, f.code_key, f.version_id)
                    > ((after ->> 'standing')::integer, after ->> 'seriesKey', after ->> 'codeKey', (after ->> 'versionId')::uuid))
               and (not f.restricted or exists (select from documents.version v
                 where v.agency_id = f.agency_id and v.id = f.version_id
                   and documents.may_read(v.agency_id, v.id, v.reading_units, v.reading_roles)))
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
