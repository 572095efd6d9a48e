import { ROLES } from '@app/kernel';

import { type Expectations, MAKERS, OFFICERS, WITNESSES } from './kit';

const STAGE = { who: 'role', inSequence: false, quorum: null, isOptional: false, days: 3 };
const ROUTE = {
  name: 'Chiếm',
  documentKinds: [],
  stages: [
    { ...STAGE, kind: 'review', name: 'Xem xét' },
    { ...STAGE, kind: 'approve', name: 'Phê duyệt' },
  ],
};
/** An id that nobody has: the routes of the scene are the shipped ones. */
const NO_ID = '0190aaaa-0000-7000-8000-000000000000';

const MANAGERS = ['secretary', 'office-lead', 'head', 'agency-admin'] as const;

/** The way of a version: what is proposed, the two checks, taking back, reassigning, the drafter's word. */
export const WAYS: Expectations = {
  'GET /versions/:id/way': { may: OFFICERS, at: ({ draft }) => `/versions/${draft.id}/way` },
  'POST /versions/:id/check': {
    may: ['secretary', 'office-lead'],
    at: ({ inReview }) => `/versions/${inReview.id}/check`,
    body: ({ inReview }) => ({ kind: 'iso-check', contentHash: inReview.rendition.sha256 }),
  },
  'POST /versions/:id/recall': {
    may: MAKERS,
    at: ({ inReview }) => `/versions/${inReview.id}/recall`,
    body: () => ({ reason: 'Chiếm' }),
  },
  'POST /versions/:id/steps/:stepId/assignee': {
    may: MANAGERS,
    at: ({ inReview }) => `/versions/${inReview.id}/steps/${inReview.route[0]!.id}/assignee`,
    body: ({ library }) => ({ personId: library.office.by.reviewer.id, reason: 'Chiếm' }),
  },
  'POST /versions/:id/drafting-confirmation': {
    may: MAKERS,
    at: ({ draft }) => `/versions/${draft.id}/drafting-confirmation`,
    body: () => ({ way: 'paper' }),
  },
  'GET /versions/:id/comments': { may: OFFICERS, at: ({ inReview }) => `/versions/${inReview.id}/comments` },
  'POST /versions/:id/comments': {
    may: OFFICERS,
    at: ({ inReview }) => `/versions/${inReview.id}/comments`,
    body: () => ({ body: 'Chiếm', page: 1 }),
  },
  'POST /versions/:id/comments/:commentId/resolution': {
    may: OFFICERS,
    at: ({ inReview }) => `/versions/${inReview.id}/comments/${NO_ID}/resolution`,
    body: () => ({}),
  },
  'GET /held-steps': { may: OFFICERS },
  'GET /held-steps.xlsx': { may: OFFICERS },

  'GET /routes': { may: ROLES },
  'POST /routes': { may: ['secretary', 'agency-admin'], body: () => ROUTE, foreign: 200 },
  'PUT /routes/:id': { may: ['secretary', 'agency-admin'], at: () => `/routes/${NO_ID}`, body: () => ROUTE },
  'POST /routes/:id/retirement': {
    may: ['secretary', 'agency-admin'],
    at: () => `/routes/${NO_ID}/retirement`,
    body: () => ({}),
  },

  'GET /delegations': { may: WITNESSES },
  'POST /delegations': {
    may: ['head', 'office-lead', 'agency-admin'],
    body: ({ library }) => ({
      fromPersonId: library.office.by.head.id,
      toPersonId: library.office.by.approver.id,
      formula: 'KT.',
      scope: [],
      letter: 'Chiếm',
      reason: 'mandate',
      startsOn: '2026-01-01',
    }),
    foreign: 422,
  },
  'POST /delegations/:id/end': {
    may: ['head', 'office-lead', 'agency-admin'],
    at: () => `/delegations/${NO_ID}/end`,
    body: () => ({ reason: 'Chiếm' }),
  },
};
