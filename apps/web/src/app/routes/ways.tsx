import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch } from '../search-params';
import { shellRoute } from './base';

const delegations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/delegations',
  validateSearch: (search: RawSearch): { state?: 'in-force' | 'not-in-force' } => ({
    state: oneOf(['in-force', 'not-in-force'], search['state']),
  }),
  component: lazyRouteComponent(() => import('~/screens/ways/delegations-screen'), 'DelegationsScreen'),
});

export const wayRoutes = [delegations] as const;
