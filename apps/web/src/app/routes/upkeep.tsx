import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

const reviews = createRoute({
  getParentRoute: () => shellRoute,
  path: '/periodic-reviews',
  validateSearch: (search: RawSearch): { scope?: 'due' | 'all' } => ({
    scope: oneOf(['due', 'all'], search['scope']),
  }),
  component: lazyRouteComponent(() => import('~/screens/upkeep/reviews-screen'), 'ReviewsScreen'),
});

const requests = createRoute({
  getParentRoute: () => shellRoute,
  path: '/change-requests',
  validateSearch: (search: RawSearch): { state?: 'open' | 'all' } => ({
    state: oneOf(['open', 'all'], search['state']),
  }),
  component: lazyRouteComponent(() => import('~/screens/upkeep/requests-screen'), 'RequestsScreen'),
});

const request = createRoute({
  getParentRoute: () => shellRoute,
  path: '/change-requests/$requestId',
  component: lazyRouteComponent(() => import('~/screens/upkeep/request-screen'), 'RequestScreen'),
});

const recordTypes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/record-types',
  component: lazyRouteComponent(() => import('~/screens/upkeep/record-types-screen'), 'RecordTypesScreen'),
});

const records = createRoute({
  getParentRoute: () => shellRoute,
  path: '/records',
  validateSearch: (
    search: RawSearch,
  ): { q?: string; state?: 'open' | 'completed' | 'destroyed' | 'transferred' } => ({
    q: words(search['q']),
    state: oneOf(['open', 'completed', 'destroyed', 'transferred'], search['state']),
  }),
  component: lazyRouteComponent(() => import('~/screens/upkeep/records-screen'), 'RecordsScreen'),
});

const record = createRoute({
  getParentRoute: () => shellRoute,
  path: '/records/$recordId',
  component: lazyRouteComponent(() => import('~/screens/upkeep/record-screen'), 'RecordScreen'),
});

const disposals = createRoute({
  getParentRoute: () => shellRoute,
  path: '/disposals',
  component: lazyRouteComponent(() => import('~/screens/upkeep/disposals-screen'), 'DisposalsScreen'),
});

const disposal = createRoute({
  getParentRoute: () => shellRoute,
  path: '/disposals/$disposalId',
  component: lazyRouteComponent(() => import('~/screens/upkeep/disposal-screen'), 'DisposalScreen'),
});

const external = createRoute({
  getParentRoute: () => shellRoute,
  path: '/external-documents',
  validateSearch: (
    search: RawSearch,
  ): { scope?: 'due' | 'all'; kind?: 'law' | 'standard' | 'ministry-template' | 'other'; q?: string } => ({
    scope: oneOf(['due', 'all'], search['scope']),
    kind: oneOf(['law', 'standard', 'ministry-template', 'other'], search['kind']),
    q: words(search['q']),
  }),
  component: lazyRouteComponent(() => import('~/screens/external/external-screen'), 'ExternalScreen'),
});

export const upkeepRoutes = [
  external,
  reviews,
  requests,
  request,
  recordTypes,
  records,
  record,
  disposals,
  disposal,
] as const;
