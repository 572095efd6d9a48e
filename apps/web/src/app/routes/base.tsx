import { type QueryClient } from '@tanstack/react-query';
import {
  createRootRouteWithContext,
  createRoute,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { ApiProblem } from '~/api/problem';
import { loadAreas } from '~/i18n/dictionary';
import { meQuery } from '~/session/me';
import { opens } from '~/session/permissions';
import { Shell } from '~/shell/shell';
import { NotFoundScreen, StartingScreen } from '../fallback-screens';
import { oneOf, type RawSearch } from '../search-params';

interface RouterContext {
  queryClient: QueryClient;
}

export const rootRoute = createRootRouteWithContext<RouterContext>()({
  component: Outlet,
  notFoundComponent: NotFoundScreen,
});

/** Only a path of this site: another address could send the person elsewhere after signing in. */
function localPath(value: unknown): string | undefined {
  return typeof value === 'string' && /^\/(?![/\\])/.test(value) ? value : undefined;
}

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: (search: RawSearch): { to?: string } => ({ to: localPath(search['to']) }),
  component: lazyRouteComponent(() => import('~/session/sign-in-screen'), 'SignInScreen'),
});

export const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  pendingComponent: StartingScreen,
  beforeLoad: async ({ context, location }) => {
    if (location.pathname !== '/work') await loadAreas();
    try {
      await context.queryClient.query({ ...meQuery, staleTime: 'static' });
    } catch (error) {
      if (!(error instanceof ApiProblem) || error.status !== 401) throw error;
      redirect({
        to: '/sign-in',
        search: { to: location.href === '/work' ? undefined : location.href },
        throw: true,
      });
    }
  },
});

export const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  beforeLoad: () => {
    redirect({ to: '/work', throw: true });
  },
});

export const lockRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/lock',
  component: lazyRouteComponent(() => import('~/session/lock-screen'), 'LockScreen'),
});

export const workRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/work',
  // A counter's own account has no work: it looks up.
  beforeLoad: ({ context }) => {
    const me = context.queryClient.getQueryData(meQuery.queryKey);
    if (me !== undefined && !opens(me.permissions, 'ownWork')) redirect({ to: '/documents', throw: true });
  },
  validateSearch: (search: RawSearch): { group?: 'overdue' | 'this-week' | 'later' } => ({
    group: oneOf(['overdue', 'this-week', 'later'], search['group']),
  }),
  component: lazyRouteComponent(() => import('~/screens/work/work-screen'), 'WorkScreen'),
});
