import { type Role, ROLES } from '@app/kernel';

import { aFile, type Expectations } from './kit';

const RECORDERS: readonly Role[] = ['secretary', 'office-lead', 'province-admin', 'legal-steward'];

const A_TEXT = {
  kind: 'Luật',
  numberSymbol: '2/2026/QH16',
  issuer: 'Quốc hội',
  issuedOn: '2026-01-01',
  title: 'Chiếm',
  aliases: [],
  relations: [],
};

/** What is done to a record of the register after it was entered. */
export const REGISTER: Expectations = {
  'GET /legal-texts/duplicates': { may: RECORDERS },
  'PUT /legal-texts/:id': {
    may: RECORDERS,
    at: ({ legalText }) => `/legal-texts/${legalText}`,
    body: () => A_TEXT,
  },
  'POST /legal-texts/:id/confirmation': {
    may: RECORDERS,
    at: ({ legalText }) => `/legal-texts/${legalText}/confirmation`,
    body: () => ({}),
  },
  'POST /legal-texts/:id/withdrawal': {
    may: RECORDERS,
    at: ({ legalText }) => `/legal-texts/${legalText}/withdrawal`,
    body: () => ({ rowVersion: 1, reason: 'Chiếm đoạt' }),
  },
  'POST /legal-texts/:id/merger': {
    may: RECORDERS,
    at: ({ legalText }) => `/legal-texts/${legalText}/merger`,
    body: ({ legalText }) => ({ rowVersion: 1, reason: 'Chiếm đoạt', intoId: legalText }),
  },
  'POST /legal-texts/:id/file': {
    may: RECORDERS,
    at: ({ legalText }) => `/legal-texts/${legalText}/file`,
    body: aFile,
  },
  'GET /legal-texts/:id/file': {
    may: ROLES,
    at: ({ legalText }) => `/legal-texts/${legalText}/file`,
    own: () => 404,
  },
  'POST /legal-texts/:id/aliases': {
    may: RECORDERS,
    at: ({ legalText }) => `/legal-texts/${legalText}/aliases`,
    body: () => ({ name: 'Chiếm', year: 2026 }),
  },
};
