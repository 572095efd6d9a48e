import { today } from '../../../support/staging';
import { type Scene } from '../scene';
import { type Expectations, WITNESSES } from './kit';

const decisionFields = ({ approved, library }: Scene): unknown => ({
  abstract: 'Về việc ban hành',
  legalBases: [],
  signerId: library.office.by.head.id,
  formula: '',
  versionIds: [approved.id],
  withdrawDocumentIds: [],
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
};
