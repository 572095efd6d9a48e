import { type Scene } from '../scene';
import { type Expectations, MAKERS, OFFICERS } from './kit';

export const CHANGE_SETS: Expectations = {
  'GET /change-sets': { may: OFFICERS },
  'GET /change-sets.xlsx': { may: OFFICERS },
  'POST /change-sets': {
    may: MAKERS,
    body: ({ effective }: Scene) => ({ title: 'Sửa', reason: 'Luật', documentIds: [effective.documentId] }),
    foreign: 409,
  },
  'GET /change-sets/:id': {
    may: OFFICERS,
    at: ({ effective }) => `/change-sets/${effective.id}`,
    own: () => 404,
  },
  'GET /code-patterns': { may: OFFICERS },
  'POST /code-patterns': {
    may: ['secretary', 'agency-admin'],
    body: () => ({ kind: 'procedure', pattern: 'QT {nn}' }),
    foreign: 204,
  },
  'POST /code-patterns/:id/gaps': {
    may: ['secretary', 'agency-admin'],
    at: ({ effective }) => `/code-patterns/${effective.id}/gaps`,
    body: () => ({ number: 1, explanation: 'Không dùng' }),
  },
};
