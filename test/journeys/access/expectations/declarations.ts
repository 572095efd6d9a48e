import { ROLES } from '@app/kernel';

import { PASSWORD, today } from '../../../support/staging';
import { type Expectations } from './kit';

export const DECLARATIONS: Expectations = {
  'GET /declarations': { may: ROLES },
  'GET /declarations/standards': { may: ROLES },
  'POST /declarations': {
    may: ['secretary'],
    body: () => ({ standardId: '0190aaaa-0000-7000-8000-000000000000', kind: 'first' }),
    foreign: 422,
  },
  'GET /declarations/:id': { may: ROLES, at: ({ declaration }) => `/declarations/${declaration}` },
  'PATCH /declarations/:id': {
    may: ['secretary'],
    at: ({ declaration }) => `/declarations/${declaration}`,
    body: () => ({ standardId: '0190aaaa-0000-7000-8000-000000000000', kind: 'first' }),
  },
  'POST /declarations/:id/signature': {
    may: ['head'],
    at: ({ declaration }) => `/declarations/${declaration}/signature`,
    body: () => ({ password: PASSWORD }),
  },
  'POST /declarations/:id/registration': {
    may: ['clerk'],
    at: ({ declaration }) => `/declarations/${declaration}/registration`,
    body: () => ({ number: '1/CB-UBND', signedOn: today() }),
  },
  'POST /declarations/:id/withdrawal': {
    may: ['head'],
    at: ({ declaration }) => `/declarations/${declaration}/withdrawal`,
    body: () => ({ reason: 'Chiếm', password: PASSWORD }),
  },
  'GET /declarations/:id/declaration.docx': {
    may: ROLES,
    at: ({ declaration }) => `/declarations/${declaration}/declaration.docx`,
  },
  'GET /declarations/:id/declaration.pdf': {
    may: ROLES,
    at: ({ declaration }) => `/declarations/${declaration}/declaration.pdf`,
    // A draft has no PDF yet.
    own: () => 404,
  },
};
