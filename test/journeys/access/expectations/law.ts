import { ROLES } from '@app/kernel';

import { PASSWORD } from '../../../support/staging';
import { CANARY } from '../scene';
import { type Expectations, MAKERS, SIGNERS } from './kit';

export const LAW: Expectations = {
  'GET /legal-texts': { may: ROLES, at: () => `/legal-texts?q=${CANARY}` },
  'POST /legal-texts': {
    may: ['secretary', 'office-lead', 'province-admin', 'legal-steward'],
    body: ({ legalText }) => ({
      kind: 'Luật',
      numberSymbol: '1/2026/QH16',
      issuer: 'Quốc hội',
      issuedOn: '2026-01-01',
      title: 'Luật thử',
      aliases: [],
      relations: [{ kind: 'replaces', targetId: legalText, partly: false }],
    }),
    foreign: 422,
  },
  'GET /legal-texts/:id': { may: ROLES, at: ({ legalText }) => `/legal-texts/${legalText}` },
  'GET /legal-changes': { may: ROLES },
  'GET /legal-changes/:id': { may: ROLES, at: ({ change }) => `/legal-changes/${change}` },
  'POST /legal-changes/:id/confirmation': {
    may: ['secretary', 'head', 'office-lead', 'province-admin', 'legal-steward'],
    at: ({ change }) => `/legal-changes/${change}/confirmation`,
    body: () => ({}),
  },
  'POST /legal-changes/:id/withdrawal': {
    may: ['secretary', 'head', 'office-lead', 'province-admin', 'legal-steward'],
    at: ({ change }) => `/legal-changes/${change}/withdrawal`,
    body: () => ({ reason: 'Ghi nhầm văn bản' }),
  },
  'GET /assessments': { may: ROLES, at: ({ change }) => `/assessments?state=all&changeId=${change}` },
  'GET /assessments/:id': { may: ROLES, at: ({ assessment }) => `/assessments/${assessment}` },
  'POST /assessments/:id/conclusion': {
    may: [...MAKERS, ...SIGNERS, 'office-lead'],
    at: ({ assessment }) => `/assessments/${assessment}/conclusion`,
    body: () => ({ outcome: 'not-needed', reason: 'Chiếm', password: PASSWORD }),
  },
};
