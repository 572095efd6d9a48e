import { type ListFilter } from '../persistence/library.query';
import { type DocumentListQuery } from './document.dto';

/** What a list is narrowed to; null where nothing is said. */
export function filterOf(query: DocumentListQuery): Omit<ListFilter, 'after' | 'limit'> {
  const { q, series, unitId, kind, year, changeClass } = query;
  return {
    q: q ?? null,
    series: series ?? null,
    unitId: unitId ?? null,
    kind: kind ?? null,
    year: year ?? null,
    changeClass: changeClass ?? null,
  };
}
