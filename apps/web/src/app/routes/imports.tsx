import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

const imports = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  component: lazyRouteComponent(() => import('~/screens/imports/imports-screen'), 'ImportsScreen'),
});

const batch = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$importId',
  validateSearch: (
    search: RawSearch,
  ): { status?: 'problems' | 'clean' | 'accepted' | 'skipped'; item?: string } => ({
    status: oneOf(['problems', 'clean', 'accepted', 'skipped'], search['status']),
    item: words(search['item']),
  }),
  component: lazyRouteComponent(() => import('~/screens/imports/import-screen'), 'ImportScreen'),
});

export const importRoutes = [imports, batch] as const;
