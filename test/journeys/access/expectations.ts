import { type Role, ROLES } from '@app/kernel';

import { aForm, PASSWORD, today } from '../../support/staging';
import { CANARY, type Scene } from './scene';

/** What must hold of one route, written by hand: the permission tables of the slices are not consulted. */
export interface Expectation {
  may: readonly Role[] | 'public' | 'signed-in';
  /** Address with the ids of the agency under test. */
  at?: (scene: Scene) => string;
  /** Answer to an entitled person of the agency; 200 unless said. Asked of reads only: changes are sent empty. */
  own?: (role: Role) => number;
  /** A body that would be accepted, for the people of other agencies. */
  body?: (scene: Scene) => unknown;
  /** Answer to an entitled person of another agency; 404 for an address with an id, 200 without, unless said. */
  foreign?: number;
}

const MAKERS = ['author', 'secretary', 'unit-focal'] as const;
const SIGNERS = ['reviewer', 'approver', 'head'] as const;
const OFFICERS = [...MAKERS, ...SIGNERS, 'clerk', 'office-lead', 'agency-admin'] as const;
const WITNESSES = [...OFFICERS, 'auditor'] as const;

const IMPORTERS = [
  'secretary',
  'office-lead',
  'agency-admin',
  'province-admin',
  'installation-admin',
] as const;

const uploadersOwn = (role: Role): number => (role === 'secretary' ? 200 : 404);
const signature = ({ effective }: Scene): unknown => ({
  password: PASSWORD,
  contentHash: effective.rendition.sha256,
});
const decisionFields = ({ approved, library }: Scene): unknown => ({
  abstract: 'Về việc ban hành',
  legalBases: [],
  signerId: library.office.by.head.id,
  formula: '',
  versionIds: [approved.id],
  withdrawDocumentIds: [],
});
const formOf = ({ library, upload }: Scene): Record<string, unknown> => ({
  ...aForm(library.office.by.author),
  uploadId: upload,
});

export const EXPECTATIONS: Readonly<Record<string, Expectation>> = {
  'GET /health/live': { may: 'public' },
  'GET /health/ready': { may: 'public' },
  'POST /sessions': { may: 'public' },
  'DELETE /sessions/current': { may: 'public' },
  'GET /system': { may: 'signed-in' },
  'GET /me': { may: 'signed-in' },
  'PUT /me/agency': {
    may: 'signed-in',
    body: ({ library }) => ({ agencyId: library.office.agency.id }),
    foreign: 403,
  },

  'GET /people': { may: ROLES },
  'GET /journal': {
    may: [...WITNESSES, 'province-admin', 'legal-steward'],
    at: ({ effective }) => `/journal?subjectType=document&subjectId=${effective.documentId}`,
  },
  'GET /notices': { may: ROLES },
  'POST /notices/read': { may: ROLES, body: () => ({}), foreign: 204 },
  'GET /work-items': { may: ROLES },

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
    may: SIGNERS,
    at: ({ inReview }) => `/versions/${inReview.id}/return`,
    body: () => ({ reason: 'Chiếm' }),
  },

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

  'GET /agencies': { may: ROLES },
  'GET /units': { may: ROLES },
  'GET /unit-lists': { may: ROLES },
  'POST /unit-lists': { may: IMPORTERS, body: () => ({}), foreign: 400 },
  'GET /unit-lists/:id/entries': { may: ROLES, at: ({ unitList }) => `/unit-lists/${unitList}/entries` },
  'PUT /unit-lists/:id/entries/:entryId/present-agency': {
    may: IMPORTERS,
    at: ({ unitList, unitListEntry }) => `/unit-lists/${unitList}/entries/${unitListEntry}/present-agency`,
    body: () => ({ agencyId: null }),
  },

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
  'GET /assessments': { may: ROLES, at: ({ change }) => `/assessments?state=all&changeId=${change}` },
  'GET /assessments/:id': { may: ROLES, at: ({ assessment }) => `/assessments/${assessment}` },
  'POST /assessments/:id/conclusion': {
    may: [...MAKERS, ...SIGNERS, 'office-lead'],
    at: ({ assessment }) => `/assessments/${assessment}/conclusion`,
    body: () => ({ outcome: 'not-needed', reason: 'Chiếm', password: PASSWORD }),
  },

  'GET /declarations': { may: ROLES },
  'GET /declarations/standards': { may: ROLES },
  'POST /declarations': {
    may: ['secretary'],
    body: () => ({ standardId: '0190aaaa-0000-7000-8000-000000000000', kind: 'first' }),
    foreign: 422,
  },
  'GET /declarations/:id': { may: ROLES, at: ({ declaration }) => `/declarations/${declaration}` },
  'PATCH /declarations/:id': {
    may: ['secretary'],
    at: ({ declaration }) => `/declarations/${declaration}`,
    body: () => ({ standardId: '0190aaaa-0000-7000-8000-000000000000', kind: 'first' }),
  },
  'POST /declarations/:id/signature': {
    may: ['head'],
    at: ({ declaration }) => `/declarations/${declaration}/signature`,
    body: () => ({ password: PASSWORD }),
  },
  'POST /declarations/:id/registration': {
    may: ['clerk'],
    at: ({ declaration }) => `/declarations/${declaration}/registration`,
    body: () => ({ number: '1/CB-UBND', signedOn: today() }),
  },
  'POST /declarations/:id/withdrawal': {
    may: ['head'],
    at: ({ declaration }) => `/declarations/${declaration}/withdrawal`,
    body: () => ({ reason: 'Chiếm', password: PASSWORD }),
  },
  'GET /declarations/:id/declaration.docx': {
    may: ROLES,
    at: ({ declaration }) => `/declarations/${declaration}/declaration.docx`,
  },
  'GET /declarations/:id/declaration.pdf': {
    may: ROLES,
    at: ({ declaration }) => `/declarations/${declaration}/declaration.pdf`,
    // A draft has no PDF yet.
    own: () => 404,
  },
};
