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

export const tthcRoutes = [procedures, newProcedure, procedure, editProcedure] as const;
