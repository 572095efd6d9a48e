import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type SearchPatterns } from '../../domain/search/patterns';
import { type SearchPlan } from '../../domain/search/search-plan';
import { FOUND_VERSION, LIST_COLUMNS, LIST_JOINS, type ListRow } from '../library.query';

export const STANDINGS = ['current', 'effective', 'scheduled', 'in-progress', 'ended', 'all'] as const;
export type Standing = (typeof STANDINGS)[number];

export interface SearchFilters {
  standing: Standing | null;
  kind: string | null;
  seriesKey: string | null;
  unitId: string | null;
  changeClass: string | null;
  year: number | null;
}

/** Where the last shown result stood. */
export interface SearchPlace {
  tier: number;
  standing: number;
  seriesKey: string;
  codeKey: string;
  versionId: string;
}

export interface SearchRow extends ListRow {
  tier: number;
  standing: number;
  page: number | null;
  pageText: string | null;
  foundIn: 'law' | 'form' | 'step' | null;
  foundText: string | null;
}

interface Looking {
  plan: SearchPlan;
  filters: SearchFilters;
  after: SearchPlace | null;
  limit: number;
}

/** Words that a beginning of two letters may have in one agency: more than any has. */
const MAX_COMPLETIONS = 300;

const FOUND = `select f.tier, f.standing, f.agency_id, f.version_id
  from documents.search_versions($1::text[]::tsquery[], $2, $3, $4::jsonb, $5::jsonb, $6) f`;

/** A page with the words side by side, else the one with most of them among the first two hundred. */
const PAGE = `
  select p.page, p.text from (
    (select page, text, 0 as turn from documents.version_page
      where agency_id = v.agency_id and version_id = v.id and text_key ~ $7 order by page limit 1)
    union all
    (select page, text, 1 from (
        select page, text, (select count(*) from unnest($8::text[]) as word where text_key ~ word) as words
          from documents.version_page where agency_id = v.agency_id and version_id = v.id and page <= 200) counted
      where words > 0 order by words desc, page limit 1)) p
  order by turn limit 1`;

const PLACE = `
  select place, said from (
    (select 'law' as place, concat_ws(' ', c.kind, c.number_symbol) as said, 0 as turn from documents.citation c
      where c.agency_id = v.agency_id and c.version_id = v.id and app.fold(c.number_symbol) ~ $7 order by c.ordinal limit 1)
    union all
    (select 'law', concat_ws(' năm ', n.name, n.year), 0 from documents.named_text n
      where n.agency_id = v.agency_id and n.version_id = v.id and app.fold(concat_ws(' ', n.name, n.year)) ~ $7 order by n.ordinal limit 1)
    union all
    (select 'form', concat_ws(' ', line ->> 'code', line ->> 'name'), 1
       from documents.version_content w, jsonb_path_query(w.content, '$.forms[*]') as line
      where w.agency_id = v.agency_id and w.version_id = v.id
        and app.fold(concat_ws(' ', line ->> 'code', line ->> 'name')) ~ $7 limit 1)
    union all
    (select 'step', concat_ws(' – ', line ->> 'no', line ->> 'name', line ->> 'responsible'), 2
       from documents.version_content w, jsonb_path_query(w.content, '$.cases[*].steps[*]') as line
      where w.agency_id = v.agency_id and w.version_id = v.id
        and app.fold(concat_ws(' ', line ->> 'name', line ->> 'responsible')) ~ $7 limit 1)) places
  order by turn limit 1`;

/** The one box: over code, title, text of pages, steps, forms and what is cited, of what the caller may see. */
@Injectable()
export class SearchQuery {
  /** Which of these words occur in the readable agencies. */
  async known(tx: ReadTransaction, words: readonly string[]): Promise<string[]> {
    const rows = await tx.query<{ word: string }>(
      `select distinct word from documents.search_word where agency_id = any ($1::uuid[]) and word = any ($2::text[])`,
      [tx.actor.readable, words],
    );
    return rows.map(({ word }) => word);
  }

  /** Words of the readable agencies that begin so. */
  async completions(tx: ReadTransaction, beginning: string): Promise<string[]> {
    const rows = await tx.query<{ word: string }>(
      `select distinct word from documents.search_word
        where agency_id = any ($1::uuid[]) and word > $2 and word < $3 order by word limit $4`,
      [tx.actor.readable, beginning, `${beginning}~`, MAX_COMPLETIONS],
    );
    return rows.map(({ word }) => word);
  }

  /** One row more than `limit` tells that there is more. */
  find(tx: ReadTransaction, looking: Looking, patterns: SearchPatterns): Promise<SearchRow[]> {
    return tx.prepared<SearchRow>(
      `select found.tier, found.standing, ${LIST_COLUMNS}, page.page, page.text as "pageText",
              place.place as "foundIn", place.said as "foundText"
         from (${FOUND}) found
         ${FOUND_VERSION}
         ${LIST_JOINS}
         left join lateral (${PAGE}) page on true
         left join lateral (${PLACE}) place on true
        where v.reading_units is null or documents.may_read(v.agency_id, v.id, v.reading_units, v.reading_roles)
        order by found.tier, found.standing, v.series_key, v.code_key, v.id`,
      [...lookingValues(tx, looking), patterns.phrase, patterns.words],
    );
  }
}

function lookingValues(tx: ReadTransaction, { plan, filters, after, limit }: Looking): SqlValue[] {
  const { permissions } = tx.actor;
  return [
    plan.queries,
    permissions.has('documents.read-drafts'),
    permissions.has('documents.read-history'),
    JSON.stringify(filters),
    after === null ? null : JSON.stringify(after),
    limit + 1,
  ];
}
