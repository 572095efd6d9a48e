import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { shellRoute } from './base';

const agencyExports = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agency-exports',
  component: lazyRouteComponent(() => import('~/screens/exports/exports-screen'), 'ExportsScreen'),
});

const backups = createRoute({
  getParentRoute: () => shellRoute,
  path: '/backups',
  component: lazyRouteComponent(() => import('~/screens/exports/backups-screen'), 'BackupsScreen'),
});

export const exportRoutes = [agencyExports, backups] as const;
