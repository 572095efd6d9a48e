import { CANARY } from '../scene';
import { type Expectations } from './kit';

const RECORDERS = ['secretary', 'office-lead', 'province-admin', 'legal-steward'] as const;

const KEEPERS = ['secretary', 'province-admin', 'legal-steward'] as const;
const SOURCE = {
  name: `Nguồn ${CANARY}`,
  kind: 'folder',
  address: 'chiem',
  everyMinutes: 60,
  isActive: true,
} as const;

export const SOURCES: Expectations = {
  'GET /legal-imports/template.csv': { may: RECORDERS },
  'POST /legal-imports/preview': { may: RECORDERS, foreign: 422 },
  'POST /legal-imports': { may: RECORDERS, foreign: 422 },
  'GET /api-tokens': { may: ['agency-admin'] },
  'POST /api-tokens': {
    may: ['agency-admin'],
    body: () => ({ name: 'Khoá', permissions: [], lastDay: '2026-01-01' }),
    foreign: 422,
  },
  'POST /api-tokens/:id/revocation': {
    may: ['agency-admin'],
    at: ({ apiToken }) => `/api-tokens/${apiToken}/revocation`,
  },
  'GET /legal-sources': { may: KEEPERS },
  'POST /legal-sources': { may: KEEPERS, body: () => ({ ...SOURCE, address: '../khac' }), foreign: 422 },
  'PUT /legal-sources/:id': {
    may: KEEPERS,
    at: ({ legalSource }) => `/legal-sources/${legalSource}`,
    body: () => SOURCE,
  },
  'POST /legal-sources/:id/check': {
    may: KEEPERS,
    at: ({ legalSource }) => `/legal-sources/${legalSource}/check`,
  },
  'GET /legal-intakes': { may: RECORDERS },
  'POST /legal-intakes': {
    may: RECORDERS,
    body: () => ({ text: 'Thông tư số 1/2026/TT-BTP' }),
    foreign: 201,
  },
  'GET /legal-intakes/:id': { may: RECORDERS, at: ({ legalIntake }) => `/legal-intakes/${legalIntake}` },
  'POST /legal-intakes/files': { may: RECORDERS, foreign: 422 },
  'GET /legal-intakes/:id/file': {
    may: RECORDERS,
    at: ({ legalIntake }) => `/legal-intakes/${legalIntake}/file`,
    own: () => 404,
  },
  'POST /legal-intakes/:id/dismissal': {
    may: RECORDERS,
    at: ({ legalIntake }) => `/legal-intakes/${legalIntake}/dismissal`,
    body: () => ({ reason: 'Chiếm' }),
  },
  'POST /legal-intakes/:id/recording': {
    may: RECORDERS,
    at: ({ legalIntake }) => `/legal-intakes/${legalIntake}/recording`,
    body: () => ({
      kind: 'Thông tư',
      numberSymbol: '1/2026/TT-BTP',
      issuer: 'Bộ Tư pháp',
      issuedOn: '2026-01-01',
      title: `Chiếm ${CANARY}`,
      aliases: [],
      relations: [],
    }),
  },
};
