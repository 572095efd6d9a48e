import { ROLES } from '@app/kernel';

import { type Expectations, WITNESSES } from './kit';

export const READING: Expectations = {
  'GET /versions/:id/distribution': {
    may: WITNESSES,
    at: ({ effective }) => `/versions/${effective.id}/distribution`,
  },
  'PUT /versions/:id/distribution': {
    may: ['secretary'],
    at: ({ approved }) => `/versions/${approved.id}/distribution`,
    body: () => ({ lines: [], dueDays: 5 }),
  },
  'POST /versions/:id/distribution/release': {
    may: ['secretary'],
    at: ({ effective }) => `/versions/${effective.id}/distribution/release`,
    body: () => ({}),
  },
  'GET /versions/:id/readers': {
    may: WITNESSES,
    at: ({ effective }) => `/versions/${effective.id}/readers`,
  },
  'GET /versions/:id/reading': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/reading` },
  'GET /readings': { may: ROLES },
  'POST /acknowledgements': {
    may: ROLES,
    body: ({ effective }) => ({ versionIds: [effective.id] }),
    foreign: 403,
  },
  'GET /versions/:id/test': {
    may: ROLES,
    at: ({ effective }) => `/versions/${effective.id}/test`,
    own: () => 404,
  },
  'PUT /versions/:id/test': {
    may: ['secretary'],
    at: ({ approved }) => `/versions/${approved.id}/test`,
    body: () => ({ questions: [{ text: 'A', options: ['1', '2'], answer: 0 }], passMark: 50 }),
  },
  'POST /versions/:id/test-attempts': {
    may: ROLES,
    at: ({ effective }) => `/versions/${effective.id}/test-attempts`,
    body: () => ({ answers: [{ option: 0 }] }),
    foreign: 403,
  },
};
