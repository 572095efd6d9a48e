import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './base';

const account = createRoute({
  getParentRoute: () => shellRoute,
  path: '/account',
  component: lazyRouteComponent(() => import('~/screens/account/account-screen'), 'AccountScreen'),
});

export const accountRoutes = [account] as const;
