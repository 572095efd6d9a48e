import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { headPlan, typedWords } from '../../domain/search/search-plan';
import { LibraryQuery, type ListFilter, type ListRow } from '../../persistence/library.query';
import { SearchVersions } from './search-versions';

/** Rows that travel in one statement when a whole list is taken away. */
const CHUNK = 500;
/** Of one sheet; a list that long is narrowed first. */
export const MOST_ROWS = 50_000;

/** The lists of documents, on screen and taken away. */
@Injectable()
export class ListDocuments {
  constructor(
    private readonly library: LibraryQuery,
    private readonly searching: SearchVersions,
  ) {}

  /** In force, by lĩnh vực and code. With words typed, the index of words leads; without, the order of the list. */
  async effective(tx: ReadTransaction, filter: ListFilter): Promise<ListRow[]> {
    const typed = typedWords(filter.q ?? '');
    if (typed.length === 0) return this.library.effective(tx, filter);
    const [query = ''] = headPlan(await this.searching.completed(tx, typed)).queries;
    return this.library.effectiveMatching(tx, query, filter);
  }

  underWay(tx: ReadTransaction, filter: ListFilter): Promise<ListRow[]> {
    return this.library.underWay(tx, filter);
  }

  /** Lĩnh vực of what is in force, with how many documents each holds. */
  series(tx: ReadTransaction): Promise<{ series: string; count: number }[]> {
    return this.library.series(tx);
  }

  /** Every row of a list, in its order. */
  async *all(
    tx: ReadTransaction,
    scope: 'effective' | 'in-progress',
    filter: Omit<ListFilter, 'after' | 'limit'>,
  ): AsyncGenerator<ListRow> {
    let after: ListFilter['after'] = null;
    for (let taken = 0; taken < MOST_ROWS; taken += CHUNK) {
      const asked = { ...filter, after, limit: CHUNK };
      const rows = scope === 'effective' ? await this.effective(tx, asked) : await this.underWay(tx, asked);
      const shown = rows.slice(0, CHUNK);
      yield* shown;
      const last = shown.at(-1);
      if (last === undefined || rows.length <= CHUNK) return;
      after = placeOf(scope, last);
    }
  }
}

/** Where a row stands in the order of its list. */
export function placeOf(scope: 'effective' | 'in-progress', row: ListRow): string[] {
  return scope === 'effective' ? [row.seriesKey, row.codeKey, row.versionId] : [row.createdAt, row.versionId];
}
