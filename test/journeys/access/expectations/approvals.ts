import { PASSWORD } from '../../../support/staging';
import { type Expectations, OFFICERS } from './kit';

const vouched = { password: PASSWORD };

export const APPROVALS: Expectations = {
  'GET /versions/:id/signing-copy': {
    may: OFFICERS,
    at: ({ inReview }) => `/versions/${inReview.id}/signing-copy`,
  },
  'GET /versions/:id/approval-files': {
    may: OFFICERS,
    at: ({ inReview }) => `/versions/${inReview.id}/approval-files`,
  },
  'POST /versions/:id/approval-files': {
    may: ['approver', 'head', 'clerk', 'secretary'],
    at: ({ inReview }) => `/versions/${inReview.id}/approval-files`,
    body: () => ({}),
    foreign: 400,
  },
  // Nobody gets what is not checked yet.
  'GET /approval-files/:id/content': {
    may: OFFICERS,
    at: ({ approvalFile }) => `/approval-files/${approvalFile}/content`,
    own: () => 404,
  },
  'POST /approval-files/:id/approval': {
    may: ['approver', 'head', 'clerk'],
    at: ({ approvalFile }) => `/approval-files/${approvalFile}/approval`,
    body: () => vouched,
  },
  'POST /approval-files/:id/confirmation': {
    may: ['clerk', 'secretary', 'office-lead'],
    at: ({ approvalFile }) => `/approval-files/${approvalFile}/confirmation`,
    body: () => vouched,
  },
  'POST /approval-files/:id/refusal': {
    may: ['clerk', 'secretary', 'office-lead'],
    at: ({ approvalFile }) => `/approval-files/${approvalFile}/refusal`,
    body: () => ({ reason: 'Chiếm' }),
  },
};
