import { type Expectations, MAKERS, OFFICERS } from './kit';

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
};
