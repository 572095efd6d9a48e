import { ROLES } from '@app/kernel';

import { PASSWORD } from '../../../support/staging';
import { type Expectations, MAKERS, SIGNERS } from './kit';

const ASSESSORS = [...MAKERS, ...SIGNERS, 'office-lead'] as const;

export const IMPACT: Expectations = {
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
