import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

const day = (value: unknown): string | undefined =>
  typeof value === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? value : undefined;

const accounts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  validateSearch: (search: RawSearch): { state?: 'open' | 'closed'; kind?: 'person' | 'lookup' } => ({
    state: oneOf(['open', 'closed'], search['state']),
    kind: oneOf(['person', 'lookup'], search['kind']),
  }),
  component: lazyRouteComponent(() => import('~/screens/desk/accounts-screen'), 'AccountsScreen'),
});

const machines = createRoute({
  getParentRoute: () => shellRoute,
  path: '/shared-machines',
  component: lazyRouteComponent(() => import('~/screens/desk/machines-screen'), 'MachinesScreen'),
});

const pairs = createRoute({
  getParentRoute: () => shellRoute,
  path: '/signing-pairs',
  validateSearch: (search: RawSearch): { state?: 'open' | 'noted'; from?: string; to?: string } => ({
    state: oneOf(['open', 'noted'], search['state']),
    from: day(search['from']),
    to: day(search['to']),
  }),
  component: lazyRouteComponent(() => import('~/screens/desk/signing-pairs-screen'), 'SigningPairsScreen'),
});

const TRACES = [
  'download',
  'print',
  'controlled',
  'master',
  'own-viewer',
  'restricted-view',
  'denied',
] as const;

export interface LogFilters {
  personId?: string;
  documentId?: string;
  action?: (typeof TRACES)[number];
  from?: string;
  to?: string;
}

const log = createRoute({
  getParentRoute: () => shellRoute,
  path: '/access-log',
  validateSearch: (search: RawSearch): LogFilters => ({
    personId: words(search['personId']),
    documentId: words(search['documentId']),
    action: oneOf(TRACES, search['action']),
    from: day(search['from']),
    to: day(search['to']),
  }),
  component: lazyRouteComponent(() => import('~/screens/desk/access-log-screen'), 'AccessLogScreen'),
});

export const deskRoutes = [accounts, machines, pairs, log] as const;
