import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { type RawSearch, words } from '../search-params';
import { shellRoute } from './base';

const write = createRoute({
  getParentRoute: () => shellRoute,
  path: '/documents/new',
  validateSearch: (search: RawSearch): { documentId?: string } => ({
    documentId: words(search['documentId']),
  }),
  component: lazyRouteComponent(() => import('~/screens/editor/write-screen'), 'WriteScreen'),
});

const editor = createRoute({
  getParentRoute: () => shellRoute,
  path: '/versions/$versionId/editor',
  component: lazyRouteComponent(() => import('~/screens/editor/editor-screen'), 'EditorScreen'),
});

export const editorRoutes = [write, editor] as const;
