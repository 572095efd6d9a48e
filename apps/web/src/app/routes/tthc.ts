import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

export interface TthcFilters {
  q?: string;
  field?: string;
  level?: 'province' | 'commune' | 'other';
  status?: 'in-force' | 'suspended' | 'ended' | 'not-yet';
  scope?: 'own' | 'all';
}

const procedures = createRoute({
  getParentRoute: () => shellRoute,
  path: '/administrative-procedures',
  validateSearch: (search: RawSearch): TthcFilters => ({
    q: words(search['q']),
    field: words(search['field']),
    level: oneOf(['province', 'commune', 'other'], search['level']),
    status: oneOf(['in-force', 'suspended', 'ended', 'not-yet'], search['status']),
    scope: oneOf(['own', 'all'], search['scope']),
  }),
  component: lazyRouteComponent(() => import('~/screens/tthc/procedures-screen'), 'ProceduresScreen'),
});

const newProcedure = createRoute({
  getParentRoute: () => shellRoute,
  path: '/administrative-procedures/new',
  component: lazyRouteComponent(() => import('~/screens/tthc/procedure-form'), 'NewProcedureScreen'),
});

const procedure = createRoute({
  getParentRoute: () => shellRoute,
  path: '/administrative-procedures/$procedureId',
  component: lazyRouteComponent(() => import('~/screens/tthc/procedure-screen'), 'ProcedureScreen'),
});

const editProcedure = createRoute({
  getParentRoute: () => shellRoute,
  path: '/administrative-procedures/$procedureId/edit',
  component: lazyRouteComponent(() => import('~/screens/tthc/procedure-form'), 'EditProcedureScreen'),
});

const announcements = createRoute({
  getParentRoute: () => shellRoute,
  path: '/announcements',
  component: lazyRouteComponent(() => import('~/screens/tthc/announcements-screen'), 'AnnouncementsScreen'),
});

const newAnnouncement = createRoute({
  getParentRoute: () => shellRoute,
  path: '/announcements/new',
  component: lazyRouteComponent(
    () => import('~/screens/tthc/new-announcement-screen'),
    'NewAnnouncementScreen',
  ),
});

const announcement = createRoute({
  getParentRoute: () => shellRoute,
  path: '/announcements/$announcementId',
  component: lazyRouteComponent(() => import('~/screens/tthc/announcement-screen'), 'AnnouncementScreen'),
});

const coverage = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage',
  validateSearch: (search: RawSearch): { state?: 'all' | 'missing' | 'covered'; field?: string } => ({
    state: oneOf(['all', 'missing', 'covered'], search['state']),
    field: words(search['field']),
  }),
  component: lazyRouteComponent(() => import('~/screens/tthc/coverage-screen'), 'CoverageScreen'),
});

const agencyCoverage = createRoute({
  getParentRoute: () => shellRoute,
  path: '/coverage/agencies',
  validateSearch: (search: RawSearch): { agency?: string } => ({ agency: words(search['agency']) }),
  component: lazyRouteComponent(
    () => import('~/screens/tthc/agency-coverage-screen'),
    'AgencyCoverageScreen',
  ),
});

const matching = createRoute({
  getParentRoute: () => shellRoute,
  path: '/procedure-matches',
  component: lazyRouteComponent(() => import('~/screens/tthc/matching-screen'), 'MatchingScreen'),
});

export const tthcRoutes = [
  procedures,
  newProcedure,
  procedure,
  editProcedure,
  announcements,
  newAnnouncement,
  announcement,
  coverage,
  agencyCoverage,
  matching,
] as const;
