import { ROLES } from '@app/kernel';

import { today } from '../../../support/staging';
import { type Scene } from '../scene';
import { aFile, type Expectations, WITNESSES } from './kit';

const decisionFields = ({ approved, library }: Scene): unknown => ({
  abstract: 'Về việc ban hành',
  legalBases: [],
  signerId: library.office.by.head.id,
  formula: '',
  versionIds: [approved.id],
  withdrawals: [],
});

export const DECISIONS: Expectations = {
  'GET /decisions': { may: WITNESSES },
  'GET /decisions/candidates': { may: ['secretary'] },
  'POST /decisions': { may: ['secretary'], body: decisionFields, foreign: 422 },
  'GET /decisions/:id': { may: WITNESSES, at: ({ registered }) => `/decisions/${registered.id}` },
  'PATCH /decisions/:id': {
    may: ['secretary'],
    at: ({ decision }) => `/decisions/${decision.id}`,
    body: decisionFields,
  },
  'POST /decisions/:id/registration': {
    may: ['clerk'],
    at: ({ decision }) => `/decisions/${decision.id}/registration`,
    body: () => ({ number: '1/QĐ-UBND', signedOn: today() }),
  },
  'GET /decisions/:id/decision.docx': {
    may: WITNESSES,
    at: ({ decision }) => `/decisions/${decision.id}/decision.docx`,
  },
  'GET /decisions/:id/submission.docx': {
    may: WITNESSES,
    at: ({ decision }) => `/decisions/${decision.id}/submission.docx`,
  },
  'GET /decisions/:id/list.docx': {
    may: WITNESSES,
    at: ({ decision }) => `/decisions/${decision.id}/list.docx`,
  },
  'POST /decisions/:id/prints': {
    may: WITNESSES,
    at: ({ decision }) => `/decisions/${decision.id}/prints`,
    body: () => ({ form: 'decision' }),
  },
  'GET /decisions/:id/standing': {
    may: WITNESSES,
    at: ({ registered }) => `/decisions/${registered.id}/standing`,
  },
  'POST /decisions/:id/form-check': {
    may: ['office-lead'],
    at: ({ decision }) => `/decisions/${decision.id}/form-check`,
    body: () => ({ verdict: 'passed' }),
  },
  'POST /decisions/:id/scan': {
    may: ['clerk', 'secretary'],
    at: ({ decision }) => `/decisions/${decision.id}/scan`,
    body: aFile,
  },
  'GET /decisions/:id/scan': {
    may: WITNESSES,
    at: ({ registered }) => `/decisions/${registered.id}/scan`,
    own: () => 404,
  },
  'GET /prints/:id': { may: ROLES, at: ({ registered }) => `/prints/${registered.id}`, own: () => 404 },
  'GET /prints/:id/file': {
    may: ROLES,
    at: ({ registered }) => `/prints/${registered.id}/file`,
    own: () => 404,
  },
  'GET /issuing-settings': { may: WITNESSES },
  'PUT /issuing-settings': {
    may: ['secretary', 'agency-admin'],
    body: () => ({ legalBases: [], formCheck: 'optional', amendmentColumns: [] }),
    // They would change their own, of which there is none to compare with.
    foreign: 412,
  },
};
