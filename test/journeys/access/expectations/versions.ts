import { type Role, ROLES } from '@app/kernel';

import { aForm, PASSWORD } from '../../../support/staging';
import { CANARY, type Scene } from '../scene';
import { type Expectations, MAKERS, OFFICERS, SIGNERS } from './kit';

const uploadersOwn = (role: Role): number => (role === 'secretary' ? 200 : 404);
const signature = ({ effective }: Scene): unknown => ({
  password: PASSWORD,
  contentHash: effective.rendition.sha256,
});
const formOf = ({ library, upload }: Scene): Record<string, unknown> => ({
  ...aForm(library.office.by.author),
  uploadId: upload,
});

export const VERSIONS: Expectations = {
  'POST /uploads': { may: MAKERS, body: () => ({}), foreign: 400 },
  'GET /uploads/:id': { may: MAKERS, at: ({ upload }) => `/uploads/${upload}`, own: uploadersOwn },
  'GET /uploads/:id/preview': {
    may: MAKERS,
    at: ({ upload }) => `/uploads/${upload}/preview`,
    own: uploadersOwn,
  },

  'GET /documents': {
    may: ROLES,
    at: () => `/documents?scope=effective&q=${CANARY}`,
  },
  'GET /documents/series': { may: ROLES },
  'GET /documents/code-check': {
    may: MAKERS,
    at: ({ effective: { code, series } }) =>
      `/documents/code-check?code=${encodeURIComponent(code)}&series=${encodeURIComponent(series)}`,
  },
  'POST /documents': { may: MAKERS, body: formOf, foreign: 404 },
  'GET /documents/:id': { may: ROLES, at: ({ effective }) => `/documents/${effective.documentId}` },
  'GET /documents/:id/versions': {
    may: ROLES,
    at: ({ effective }) => `/documents/${effective.documentId}/versions`,
  },
  'POST /documents/:id/versions': {
    may: MAKERS,
    at: ({ effective }) => `/documents/${effective.documentId}/versions`,
    body: formOf,
  },

  'GET /versions/:id': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}` },
  'PATCH /versions/:id': {
    may: MAKERS,
    at: ({ draft }) => `/versions/${draft.id}`,
    body: () => ({ title: 'Chiếm' }),
  },
  'GET /versions/:id/rendition': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/rendition` },
  'GET /versions/:id/master': { may: OFFICERS, at: ({ effective }) => `/versions/${effective.id}/master` },
  'POST /versions/:id/copies': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/copies` },
  'POST /versions/:id/submission': {
    may: MAKERS,
    at: ({ draft }) => `/versions/${draft.id}/submission`,
    body: ({ library }) => ({
      reviewerId: library.office.by.reviewer.id,
      approverId: library.office.by.approver.id,
    }),
  },
  'POST /versions/:id/review': {
    may: SIGNERS,
    at: ({ inReview }) => `/versions/${inReview.id}/review`,
    body: signature,
  },
  'POST /versions/:id/approval': {
    may: ['approver', 'head'],
    at: ({ inReview }) => `/versions/${inReview.id}/approval`,
    body: signature,
  },
  'POST /versions/:id/return': {
    may: [...SIGNERS, 'secretary', 'office-lead'],
    at: ({ inReview }) => `/versions/${inReview.id}/return`,
    body: () => ({ reason: 'Chiếm' }),
  },
};
