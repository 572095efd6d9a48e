import { ROLES } from '@app/kernel';

import { today } from '../../../support/staging';
import { type Expectations, WITNESSES } from './kit';

const KEEPERS = ['secretary', 'clerk'] as const;
const LOG_READERS = ['secretary', 'head', 'auditor', 'agency-admin'] as const;

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
  'GET /versions/:id/readers.xlsx': {
    may: WITNESSES,
    at: ({ effective }) => `/versions/${effective.id}/readers.xlsx`,
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

  'GET /versions/:id/open': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/open` },
  'GET /versions/:id/sign-sheet': {
    may: WITNESSES,
    at: ({ effective }) => `/versions/${effective.id}/sign-sheet`,
  },
  'GET /versions/:id/meetings': {
    may: WITNESSES,
    at: ({ effective }) => `/versions/${effective.id}/meetings`,
  },
  'POST /versions/:id/meetings': {
    may: ['secretary'],
    at: ({ effective }) => `/versions/${effective.id}/meetings`,
    body: () => ({}),
  },
  'GET /meetings/:id/scan': { may: WITNESSES, at: ({ meeting }) => `/meetings/${meeting}/scan` },
  'GET /paper-copies': { may: WITNESSES },
  'GET /paper-copies.xlsx': { may: WITNESSES },
  'GET /paper-copies/register': { may: WITNESSES },
  'POST /versions/:id/paper-copies': {
    may: KEEPERS,
    at: ({ effective }) => `/versions/${effective.id}/paper-copies`,
    body: () => ({ holderName: 'Chiếm', place: 'Tủ', issuedOn: today() }),
  },
  'POST /paper-copies/:id/return': {
    may: KEEPERS,
    at: ({ paperCopy }) => `/paper-copies/${paperCopy}/return`,
    body: () => ({ recalledOn: today() }),
  },
  'POST /paper-copies/:id/file': { may: KEEPERS, at: ({ paperCopy }) => `/paper-copies/${paperCopy}/file` },
  'GET /destructions': { may: WITNESSES },
  'POST /destructions': {
    may: KEEPERS,
    body: ({ paperCopy }) => ({
      copyIds: [paperCopy],
      heldOn: today(),
      place: 'Kho',
      method: 'cắt vụn',
      reason: 'Chiếm',
      members: [],
    }),
    foreign: 404,
  },
  'GET /destructions/:id/minutes': {
    may: WITNESSES,
    at: ({ destruction }) => `/destructions/${destruction}/minutes`,
  },
  'GET /access-log': { may: LOG_READERS },
  'GET /access-log.xlsx': { may: LOG_READERS },
  'GET /documents/:id/classification': {
    may: ['secretary'],
    at: ({ effective }) => `/documents/${effective.documentId}/classification`,
  },
  'PUT /documents/:id/classification': {
    may: ['secretary'],
    at: ({ effective }) => `/documents/${effective.documentId}/classification`,
    body: () => ({ classification: 'internal', unitIds: [], roles: [] }),
  },
};
