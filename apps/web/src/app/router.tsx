import { createRouter } from '@tanstack/react-router';
import { CrashScreen, StartingScreen } from './fallback-screens';
import { queryClient } from './query-client';
import { accountRoutes } from './routes/account';
import { adoptionRoutes } from './routes/adoption';
import { homeRoute, lockRoute, rootRoute, shellRoute, signInRoute, workRoute } from './routes/base';
import { deskRoutes } from './routes/desk';
import { documentRoutes } from './routes/documents';
import { editorRoutes } from './routes/editor';
import { exportRoutes } from './routes/exports';
import { importRoutes } from './routes/imports';
import { legalSourceRoutes } from './routes/legal-sources';
import { registerRoutes } from './routes/registers';
import { reminderRoutes } from './routes/reminders';
import { searchRoutes } from './routes/search';
import { tthcRoutes } from './routes/tthc';
import { upkeepRoutes } from './routes/upkeep';
import { wayRoutes } from './routes/ways';

const routeTree = rootRoute.addChildren([
  homeRoute,
  signInRoute,
  lockRoute,
  shellRoute.addChildren([
    workRoute,
    ...accountRoutes,
    ...deskRoutes,
    ...documentRoutes,
    ...editorRoutes,
    ...exportRoutes,
    ...importRoutes,
    ...registerRoutes,
    ...legalSourceRoutes,
    ...reminderRoutes,
    ...searchRoutes,
    ...tthcRoutes,
    ...upkeepRoutes,
    ...adoptionRoutes,
    ...wayRoutes,
  ]),
]);

export const router = createRouter({
  routeTree,
  context: { queryClient },
  defaultPreload: 'intent',
  defaultPreloadStaleTime: 0,
  defaultPendingComponent: StartingScreen,
  defaultErrorComponent: CrashScreen,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
