import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type LegalTextLine } from '~/api/types';
import { day, flag, oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

type TextStatusFilter = LegalTextLine['status'];
const TEXT_STATUSES: readonly TextStatusFilter[] = [
  'in-force',
  'not-yet',
  'partly-expired',
  'expired',
  'recorded',
];

const texts = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-texts',
  validateSearch: (search: RawSearch): { q?: string; on?: string; status?: TextStatusFilter } => ({
    q: words(search['q']),
    on: day(search['on']),
    status: oneOf(TEXT_STATUSES, search['status']),
  }),
  component: lazyRouteComponent(() => import('~/screens/legal/texts-screen'), 'TextsScreen'),
});

const newText = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-texts/new',
  component: lazyRouteComponent(() => import('~/screens/legal/new-text-screen'), 'NewTextScreen'),
});

const duplicates = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-texts/duplicates',
  component: lazyRouteComponent(() => import('~/screens/legal/duplicates-screen'), 'DuplicatesScreen'),
});

const unresolved = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unresolved-citations',
  component: lazyRouteComponent(() => import('~/screens/legal/unresolved-screen'), 'UnresolvedScreen'),
});

const outdated = createRoute({
  getParentRoute: () => shellRoute,
  path: '/outdated-citations',
  component: lazyRouteComponent(() => import('~/screens/legal/outdated-screen'), 'OutdatedScreen'),
});

const correctText = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-texts/$textId/edit',
  component: lazyRouteComponent(() => import('~/screens/legal/correct-text-screen'), 'CorrectTextScreen'),
});

const text = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-texts/$textId',
  validateSearch: (search: RawSearch): { on?: string } => ({ on: day(search['on']) }),
  component: lazyRouteComponent(() => import('~/screens/legal/text-screen'), 'TextScreen'),
});

const changes = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-changes',
  component: lazyRouteComponent(() => import('~/screens/legal/changes-screen'), 'ChangesScreen'),
});

const change = createRoute({
  getParentRoute: () => shellRoute,
  path: '/legal-changes/$changeId',
  component: lazyRouteComponent(() => import('~/screens/legal/change-screen'), 'ChangeScreen'),
});

const assessments = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessments',
  validateSearch: (
    search: RawSearch,
  ): {
    state?: 'open' | 'all' | 'first' | 'sheets' | 'owners';
    changeId?: string;
  } => ({
    state: oneOf(['open', 'all', 'first', 'sheets', 'owners'], search['state']),
    changeId: words(search['changeId']),
  }),
  component: lazyRouteComponent(() => import('~/screens/legal/assessments-screen'), 'AssessmentsScreen'),
});

const assessment = createRoute({
  getParentRoute: () => shellRoute,
  path: '/assessments/$assessmentId',
  component: lazyRouteComponent(() => import('~/screens/legal/assessment-screen'), 'AssessmentScreen'),
});

const reviewSheet = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review-sheets/$sheetId',
  component: lazyRouteComponent(() => import('~/screens/legal/review-sheet-screen'), 'ReviewSheetScreen'),
});

const declarations = createRoute({
  getParentRoute: () => shellRoute,
  path: '/declarations',
  component: lazyRouteComponent(
    () => import('~/screens/declarations/declarations-screen'),
    'DeclarationsScreen',
  ),
});

const newDeclaration = createRoute({
  getParentRoute: () => shellRoute,
  path: '/declarations/new',
  component: lazyRouteComponent(
    () => import('~/screens/declarations/new-declaration-screen'),
    'NewDeclarationScreen',
  ),
});

const declaration = createRoute({
  getParentRoute: () => shellRoute,
  path: '/declarations/$declarationId',
  component: lazyRouteComponent(
    () => import('~/screens/declarations/declaration-screen'),
    'DeclarationScreen',
  ),
});

const unitLists = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unit-lists',
  component: lazyRouteComponent(
    () => import('~/screens/administration/unit-lists-screen'),
    'UnitListsScreen',
  ),
});

const importUnits = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unit-lists/new',
  component: lazyRouteComponent(() => import('~/screens/administration/import-screen'), 'ImportScreen'),
});

const unitList = createRoute({
  getParentRoute: () => shellRoute,
  path: '/unit-lists/$listId',
  component: lazyRouteComponent(() => import('~/screens/administration/unit-list-screen'), 'UnitListScreen'),
});

const agencies = createRoute({
  getParentRoute: () => shellRoute,
  path: '/agencies',
  validateSearch: (search: RawSearch): { q?: string; historical?: true } => ({
    q: words(search['q']),
    historical: flag(search['historical']),
  }),
  component: lazyRouteComponent(() => import('~/screens/administration/agencies-screen'), 'AgenciesScreen'),
});

export const registerRoutes = [
  texts,
  newText,
  duplicates,
  unresolved,
  outdated,
  correctText,
  text,
  changes,
  change,
  assessments,
  assessment,
  reviewSheet,
  declarations,
  newDeclaration,
  declaration,
  unitLists,
  importUnits,
  unitList,
  agencies,
] as const;
