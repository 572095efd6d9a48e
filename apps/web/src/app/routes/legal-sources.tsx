import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch } from '../search-params';
import { shellRoute } from './base';

const intakes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-intakes',
  validateSearch: (search: RawSearch): { state?: 'open' | 'decided' } => ({
    state: oneOf(['open', 'decided'], search['state']),
  }),
  component: lazyRouteComponent(() => import('~/screens/legal-sources/intakes-screen'), 'IntakesScreen'),
});

const newIntake = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-intakes/new',
  component: lazyRouteComponent(() => import('~/screens/legal-sources/new-intake-screen'), 'NewIntakeScreen'),
});

const intake = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-intakes/$intakeId',
  component: lazyRouteComponent(() => import('~/screens/legal-sources/intake-screen'), 'IntakeScreen'),
});

const sources = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-sources',
  component: lazyRouteComponent(() => import('~/screens/legal-sources/sources-screen'), 'SourcesScreen'),
});

const importTexts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-imports',
  component: lazyRouteComponent(
    () => import('~/screens/legal-sources/import-texts-screen'),
    'ImportTextsScreen',
  ),
});

const apiTokens = createRoute({
  getParentRoute: () => shellRoute,
  path: '/api-tokens',
  component: lazyRouteComponent(
    () => import('~/screens/administration/api-tokens-screen'),
    'ApiTokensScreen',
  ),
});

export const legalSourceRoutes = [intakes, newIntake, intake, sources, importTexts, apiTokens] as const;
