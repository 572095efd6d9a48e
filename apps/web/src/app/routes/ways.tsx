import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, wholeNumber } from '../search-params';
import { shellRoute } from './base';

const delegations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/delegations',
  validateSearch: (search: RawSearch): { state?: 'in-force' | 'not-in-force' } => ({
    state: oneOf(['in-force', 'not-in-force'], search['state']),
  }),
  component: lazyRouteComponent(() => import('~/screens/ways/delegations-screen'), 'DelegationsScreen'),
});

const routes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/routes',
  component: lazyRouteComponent(() => import('~/screens/ways/routes-screen'), 'RoutesScreen'),
});

const held = createRoute({
  getParentRoute: () => shellRoute,
  path: '/held',
  validateSearch: (search: RawSearch): { over?: number } => ({ over: wholeNumber(search['over']) }),
  component: lazyRouteComponent(() => import('~/screens/ways/held-screen'), 'HeldScreen'),
});

export const wayRoutes = [delegations, routes, held] as const;
