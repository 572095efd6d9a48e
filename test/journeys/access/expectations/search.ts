import { randomUUID } from 'node:crypto';

import { ROLES } from '@app/kernel';

import { type Expectations, WITNESSES } from './kit';

export const SEARCH: Expectations = {
  'GET /search': { may: ROLES, at: () => '/search?q=quy+tr%C3%ACnh' },
  'GET /search.xlsx': { may: ROLES, at: () => '/search.xlsx?q=quy+tr%C3%ACnh' },
  'GET /documents.xlsx': { may: ROLES, at: () => '/documents.xlsx?scope=effective' },
  'GET /decisions.xlsx': { may: WITNESSES },
  'GET /saved-views': { may: ROLES },
  'POST /saved-views': {
    may: ROLES,
    body: () => ({ list: 'documents', name: randomUUID(), query: 'kind=procedure' }),
    foreign: 201,
  },
  'DELETE /saved-views/:id': { may: ROLES, at: () => `/saved-views/${randomUUID()}` },
};
