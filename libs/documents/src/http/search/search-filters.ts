import { foldVietnamese } from '@app/kernel';

import { type SearchCommand } from '../../application/search/search-versions';
import { type SearchQueryDto } from './search.dto';

export function filtersOf(query: SearchQueryDto): SearchCommand['filters'] {
  const { standing, kind, series, unitId, changeClass, year } = query;
  return {
    standing: standing ?? null,
    kind: kind ?? null,
    seriesKey: series === undefined ? null : foldVietnamese(series),
    unitId: unitId ?? null,
    changeClass: changeClass ?? null,
    year: year ?? null,
  };
}
