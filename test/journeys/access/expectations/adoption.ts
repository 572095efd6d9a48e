import { ROLES } from '@app/kernel';

import { type Expectations, WITNESSES } from './kit';

const NOBODY = '0190aaaa-0000-7000-8000-000000000000';

export const ADOPTION: Expectations = {
  'GET /offers': { may: WITNESSES, at: () => '/offers?scope=waiting' },
  'GET /offers.xlsx': { may: WITNESSES, at: () => '/offers.xlsx?scope=waiting' },
  'GET /offerings.xlsx': { may: WITNESSES },
  'GET /offers/:id/rendition': { may: WITNESSES, at: ({ offer }) => `/offers/${offer}/rendition` },
  'POST /offers/reception': {
    may: ['secretary'],
    body: ({ offer }) => ({ offerIds: [offer] }),
    foreign: 404,
  },
  'POST /offers/:id/local-handling': {
    may: ['secretary'],
    at: ({ offer }) => `/offers/${offer}/local-handling`,
    body: () => ({ reason: 'x' }),
  },
  'GET /continuations/candidates': { may: WITNESSES },
  'POST /continuations': {
    may: ['secretary', 'agency-admin'],
    body: ({ effective }) => ({ versionIds: [effective.id] }),
    foreign: 404,
  },
  'GET /document-health': { may: WITNESSES },
  'GET /retired-names': { may: WITNESSES },
  'POST /retired-names': {
    may: ['secretary', 'agency-admin', 'province-admin', 'installation-admin'],
    body: () => ({}),
    foreign: 400,
  },
  'GET /successions': { may: ROLES },
  'POST /successions': {
    may: ['province-admin', 'installation-admin'],
    body: ({ library }) => ({
      successorId: library.office.agency.id,
      predecessorIds: [NOBODY],
      kind: 'merge',
      happenedOn: '2026-07-01',
      legalBasis: 'x',
    }),
    foreign: 422,
  },
  'GET /offerings': { may: WITNESSES },
  'POST /offerings': {
    may: ['secretary'],
    body: ({ effective }) => ({ documentIds: [effective.documentId], audience: 'communes', agencyIds: [] }),
    foreign: 409,
  },
  'GET /offerings/:id': { may: WITNESSES, at: ({ offering }) => `/offerings/${offering}` },
  'POST /offerings/:id/withdrawal': {
    may: ['secretary'],
    at: ({ offering }) => `/offerings/${offering}/withdrawal`,
    body: () => ({ reason: 'x' }),
  },
};
