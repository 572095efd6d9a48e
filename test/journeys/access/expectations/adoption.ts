import { type Expectations, WITNESSES } from './kit';

export const ADOPTION: Expectations = {
  'GET /offers': { may: WITNESSES, at: () => '/offers?scope=waiting' },
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
