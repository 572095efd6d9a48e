import { ROLES } from '@app/kernel';

import { PASSWORD } from '../../../support/staging';
import { type Expectations, MAKERS, SIGNERS } from './kit';

const CONFIRMERS = ['secretary', 'head', 'office-lead', 'province-admin', 'legal-steward'] as const;
const ASSESSORS = [...MAKERS, ...SIGNERS, 'office-lead'] as const;

export const IMPACT: Expectations = {
  'GET /deadline-rules': { may: ROLES },
  // A rule is the caller's own; a secretary of a province may not bind those below, one of a commune may. No rule of
  // any agency can be named here, so the fields alone are refused.
  'POST /deadline-rules': { may: CONFIRMERS, body: () => ({ validFrom: '2026-12-01' }), foreign: 400 },
  'POST /deadline-rules/preview': {
    may: ROLES,
    body: () => ({ workingDays: 20, leastWorkingDays: 5, beforeCommencement: true }),
  },
  'POST /assessments/extensions': {
    may: ['secretary', 'head', 'office-lead'],
    body: ({ assessment }) => ({
      assessmentIds: [assessment],
      until: '2027-06-01',
      reason: 'Chờ hướng dẫn của Bộ',
    }),
    foreign: 422,
  },
  'POST /legal-changes/:id/extensions': {
    may: CONFIRMERS,
    at: ({ change }) => `/legal-changes/${change}/extensions`,
    body: ({ agency }) => ({ agencyId: agency, until: '2027-06-01', reason: 'Chờ hướng dẫn của Bộ' }),
  },
  'GET /legal-changes/:id/progress': {
    may: ROLES,
    at: ({ change }) => `/legal-changes/${change}/progress`,
  },
  'GET /legal-changes/:id/agencies': {
    may: ROLES,
    at: ({ change }) => `/legal-changes/${change}/agencies`,
  },
  'GET /legal-changes/:id/agencies.xlsx': {
    may: ROLES,
    at: ({ change }) => `/legal-changes/${change}/agencies.xlsx`,
  },
  'GET /legal-changes/:id/agencies/:agencyId/documents': {
    may: ROLES,
    at: ({ change, agency }) => `/legal-changes/${change}/agencies/${agency}/documents`,
  },
  'GET /owner-reviews': { may: ROLES },
  'GET /review-sheets': { may: ROLES },
  'POST /review-sheets': {
    may: ASSESSORS,
    body: ({ assessment }) => ({
      rows: [{ assessmentId: assessment, outcome: 'not-needed', reason: 'Trình tự không đổi' }],
      password: PASSWORD,
    }),
    foreign: 404,
  },
  'GET /review-sheets/:id': { may: ROLES, at: ({ reviewSheet }) => `/review-sheets/${reviewSheet}` },
  'GET /review-sheets/:id/form.docx': {
    may: ROLES,
    at: ({ reviewSheet }) => `/review-sheets/${reviewSheet}/form.docx`,
  },
  'POST /review-sheets/:id/form-prints': {
    may: ASSESSORS,
    at: ({ reviewSheet }) => `/review-sheets/${reviewSheet}/form-prints`,
  },
};
