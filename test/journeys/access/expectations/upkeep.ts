import { type Role, ROLES } from '@app/kernel';

import { PASSWORD } from '../../../support/staging';
import { type Expectations, MAKERS, SIGNERS, WITNESSES } from './kit';

const KEEPERS = [...MAKERS, 'clerk', 'office-lead'] as const;
/** Officers see all requests, everybody else their own: the one of the scene is the secretary's. */
const requestersOwn = (role: Role): number => ((WITNESSES as readonly Role[]).includes(role) ? 200 : 404);

export const UPKEEP: Expectations = {
  'GET /periodic-reviews': { may: WITNESSES, at: () => '/periodic-reviews?scope=all' },
  'GET /documents/:id/reviews': {
    may: WITNESSES,
    at: ({ effective }) => `/documents/${effective.documentId}/reviews`,
  },
  'POST /documents/:id/reviews': {
    may: ['secretary', 'unit-focal', ...SIGNERS],
    at: ({ effective }) => `/documents/${effective.documentId}/reviews`,
    body: () => ({ outcome: 'still-valid', comment: 'Chiếm', password: PASSWORD }),
  },
  'GET /review-rules': { may: WITNESSES },
  'PUT /review-rules': {
    may: ['secretary', 'agency-admin'],
    body: () => ({ kind: 'procedure', months: 6 }),
    foreign: 200,
  },

  'GET /change-requests': { may: ROLES },
  'POST /change-requests': {
    may: ROLES,
    body: ({ effective }) => ({ kind: 'amend', documentId: effective.documentId, reason: 'Chiếm' }),
    foreign: 404,
  },
  'GET /change-requests/:id': {
    may: ROLES,
    at: ({ changeRequest }) => `/change-requests/${changeRequest}`,
    own: requestersOwn,
  },
  'POST /change-requests/:id/acceptance': {
    may: ['secretary'],
    at: ({ changeRequest }) => `/change-requests/${changeRequest}/acceptance`,
    body: () => ({}),
  },
  'POST /change-requests/:id/refusal': {
    may: ['secretary'],
    at: ({ changeRequest }) => `/change-requests/${changeRequest}/refusal`,
    body: () => ({ reason: 'Chiếm' }),
  },

  'POST /change-requests/:id/completion': {
    may: ['secretary'],
    at: ({ changeRequest }) => `/change-requests/${changeRequest}/completion`,
    body: () => ({}),
  },

  'GET /record-types': { may: WITNESSES },
  'POST /record-types': {
    may: KEEPERS,
    body: ({ effective }) => ({ name: 'Chiếm', documentId: effective.documentId }),
    foreign: 404,
  },
  'POST /record-types/taking-over': { may: KEEPERS, body: () => ({}), foreign: 200 },
  'PATCH /record-types/:id': {
    may: KEEPERS,
    at: ({ recordType }) => `/record-types/${recordType}`,
    body: () => ({ name: 'Chiếm' }),
  },
  'GET /records': { may: WITNESSES },
  'POST /records': {
    may: KEEPERS,
    body: ({ recordType }) => ({ typeId: recordType, title: 'Chiếm', openedOn: '2026-01-01' }),
    foreign: 404,
  },
  'GET /records/:id': { may: WITNESSES, at: ({ record }) => `/records/${record}` },
  'POST /records/:id/entries': {
    may: KEEPERS,
    at: ({ record }) => `/records/${record}/entries`,
    body: () => ({ text: 'Chiếm' }),
  },
  'POST /records/:id/completion': {
    may: KEEPERS,
    at: ({ record }) => `/records/${record}/completion`,
    body: () => ({ closedOn: '2026-01-01' }),
  },
  'POST /records/:id/hold': {
    may: KEEPERS,
    at: ({ record }) => `/records/${record}/hold`,
    body: () => ({ reason: 'Chiếm' }),
  },
  'GET /disposals': { may: WITNESSES },
  'GET /disposals/candidates': { may: WITNESSES },
  'GET /disposals/candidates.xlsx': { may: WITNESSES },
  'POST /disposals': {
    may: KEEPERS,
    body: ({ record }) => ({ method: 'destroy', reason: 'Chiếm', recordIds: [record] }),
    foreign: 409,
  },
  'GET /disposals/:id': { may: WITNESSES, at: ({ disposal }) => `/disposals/${disposal}` },
  'POST /disposals/:id/approval': {
    may: ['head'],
    at: ({ disposal }) => `/disposals/${disposal}/approval`,
    body: () => ({ password: PASSWORD }),
  },
  'POST /disposals/:id/refusal': {
    may: ['head'],
    at: ({ disposal }) => `/disposals/${disposal}/refusal`,
    body: () => ({ password: PASSWORD, reason: 'Chiếm' }),
  },
  'POST /disposals/:id/execution': {
    may: KEEPERS,
    at: ({ disposal }) => `/disposals/${disposal}/execution`,
    body: () => ({ executedOn: '2026-01-01', place: 'Chiếm', witnesses: [] }),
  },
};
