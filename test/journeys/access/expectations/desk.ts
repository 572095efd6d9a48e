import { ROLES } from '@app/kernel';

import { type Expectations, WITNESSES } from './kit';

export const DESK: Expectations = {
  'GET /health/live': { may: 'public' },
  'GET /health/ready': { may: 'public' },
  'POST /sessions': { may: 'public' },
  'DELETE /sessions/current': { may: 'public' },
  'GET /system': { may: 'signed-in' },
  'GET /me': { may: 'signed-in' },
  'PUT /me/agency': {
    may: 'signed-in',
    body: ({ library }) => ({ agencyId: library.office.agency.id }),
    foreign: 403,
  },

  'GET /people': { may: ROLES },
  'GET /journal': {
    may: [...WITNESSES, 'province-admin', 'legal-steward'],
    at: ({ effective }) => `/journal?subjectType=document&subjectId=${effective.documentId}`,
  },
  'GET /notices': { may: ROLES },
  'POST /notices/read': { may: ROLES, body: () => ({}), foreign: 204 },
  'GET /work-items': { may: ROLES },
};
