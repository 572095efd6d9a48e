import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

export const STANDINGS = ['effective', 'in-progress', 'scheduled', 'ended', 'all'] as const;
export const KINDS = ['procedure', 'policy', 'objectives', 'manual', 'form', 'other'] as const;
export const CHANGE_CLASSES = ['editorial', 'minor', 'major'] as const;

/** What lists of documents are narrowed to, as it stands in the address. */
export interface DocumentFilters {
  q?: string;
  series?: string;
  unit?: string;
  kind?: (typeof KINDS)[number];
  year?: string;
  change?: (typeof CHANGE_CLASSES)[number];
}

export function documentFilters(search: RawSearch): DocumentFilters {
  const year = words(search['year']);
  return {
    q: words(search['q']),
    series: words(search['series']),
    unit: words(search['unit']),
    kind: oneOf(KINDS, search['kind']),
    year: year !== undefined && /^(19[5-9]|20)\d+$/.test(year) && year.length === 4 ? year : undefined,
    change: oneOf(CHANGE_CLASSES, search['change']),
  };
}

const search = createRoute({
  getParentRoute: () => shellRoute,
  path: '/search',
  validateSearch: (raw: RawSearch): DocumentFilters & { standing?: (typeof STANDINGS)[number] } => ({
    ...documentFilters(raw),
    standing: oneOf(STANDINGS, raw['standing']),
  }),
  component: lazyRouteComponent(() => import('~/screens/search/search-screen'), 'SearchScreen'),
});

export const searchRoutes = [search] as const;
