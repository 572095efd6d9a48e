import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { oneOf, type RawSearch, words } from '../search-params';
import { shellRoute } from './base';
import { documentFilters } from './search';

const documents = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents',
  validateSearch: documentFilters,
  component: lazyRouteComponent(() => import('~/screens/documents/effective-screen'), 'EffectiveScreen'),
});

const document = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/$documentId',
  validateSearch: (
    search: RawSearch,
  ): {
    version?: string;
    page?: string;
    tab?: 'information' | 'procedure' | 'basis' | 'tthc' | 'approval' | 'distribution' | 'history';
  } => ({
    version: words(search['version']),
    page: words(search['page']),
    tab: oneOf(
      ['information', 'procedure', 'basis', 'tthc', 'approval', 'distribution', 'history'],
      search['tab'],
    ),
  }),
  component: lazyRouteComponent(() => import('~/screens/document/document-screen'), 'DocumentScreen'),
});

const compare = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/$documentId/compare',
  validateSearch: (search: RawSearch): { left?: string; right?: string; show?: 'all' | 'changes' } => ({
    left: words(search['left']),
    right: words(search['right']),
    show: oneOf(['all', 'changes'], search['show']),
  }),
  component: lazyRouteComponent(() => import('~/screens/compare/compare-screen'), 'CompareScreen'),
});

const version = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$versionId',
  component: lazyRouteComponent(() => import('~/screens/document/version-redirect'), 'VersionRedirect'),
});

const drafting = createRoute({
  getParentRoute: () => shellRoute,
  path: '/drafting',
  validateSearch: documentFilters,
  component: lazyRouteComponent(() => import('~/screens/drafting/in-progress-screen'), 'InProgressScreen'),
});

const upload = createRoute({
  getParentRoute: () => shellRoute,
  path: '/uploads/new',
  validateSearch: (search: RawSearch): { documentId?: string; uploadId?: string } => ({
    documentId: words(search['documentId']),
    uploadId: words(search['uploadId']),
  }),
  component: lazyRouteComponent(() => import('~/screens/drafting/upload-screen'), 'UploadScreen'),
});

const decisions = createRoute({
  getParentRoute: () => shellRoute,
  path: '/decisions',
  component: lazyRouteComponent(() => import('~/screens/decisions/decisions-screen'), 'DecisionsScreen'),
});

const newDecision = createRoute({
  getParentRoute: () => shellRoute,
  path: '/decisions/new',
  validateSearch: (search: RawSearch): { versions?: string } => ({ versions: words(search['versions']) }),
  component: lazyRouteComponent(() => import('~/screens/decisions/new-decision-screen'), 'NewDecisionScreen'),
});

const decision = createRoute({
  getParentRoute: () => shellRoute,
  path: '/decisions/$decisionId',
  component: lazyRouteComponent(() => import('~/screens/decisions/decision-screen'), 'DecisionScreen'),
});

const changeSets = createRoute({
  getParentRoute: () => shellRoute,
  path: '/change-sets',
  component: lazyRouteComponent(() => import('~/screens/change-sets/change-sets-screen'), 'ChangeSetsScreen'),
});

const changeSet = createRoute({
  getParentRoute: () => shellRoute,
  path: '/change-sets/$changeSetId',
  component: lazyRouteComponent(() => import('~/screens/change-sets/change-set-screen'), 'ChangeSetScreen'),
});

const issuingSettings = createRoute({
  getParentRoute: () => shellRoute,
  path: '/issuing-settings',
  component: lazyRouteComponent(() => import('~/screens/decisions/settings-screen'), 'IssuingSettingsScreen'),
});

const paperCopies = createRoute({
  getParentRoute: () => shellRoute,
  path: '/paper-copies',
  validateSearch: (
    search: RawSearch,
  ): { state?: 'held' | 'to-recall' | 'recalled' | 'destroyed' | 'lost' } => ({
    state: oneOf(['held', 'to-recall', 'recalled', 'destroyed', 'lost'], search['state']),
  }),
  component: lazyRouteComponent(() => import('~/screens/paper/paper-screen'), 'PaperScreen'),
});

export const documentRoutes = [
  documents,
  document,
  compare,
  version,
  drafting,
  upload,
  decisions,
  newDecision,
  decision,
  issuingSettings,
  changeSets,
  changeSet,
  paperCopies,
] as const;
