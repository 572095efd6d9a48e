import { randomUUID } from 'node:crypto';

import { ROLES } from '@app/kernel';

import { type Expectations, type Expectation, WITNESSES } from './kit';

const KEEPERS = ['secretary', 'unit-focal', 'office-lead'] as const;
/** The request of the scene is the secretary's: officers see all, everybody else their own. */
const ownRequest: NonNullable<Expectation['own']> = (role) =>
  (WITNESSES as readonly string[]).includes(role) ? 200 : 404;

/** Forms that people hand in, and lists taken away. */
export const FORMS: Expectations = {
  'GET /office-forms/blank.docx': { may: ROLES, at: () => '/office-forms/blank.docx?form=phieu-yeu-cau' },
  'POST /office-forms/blank-prints': { may: ROLES, body: () => ({ form: 'phieu-yeu-cau' }), foreign: 201 },
  'GET /office-forms/internal-documents.docx': { may: ROLES },
  'POST /office-forms/internal-document-prints': { may: ROLES, body: () => ({}), foreign: 201 },
  'GET /office-forms/record-types.docx': { may: WITNESSES },
  'POST /office-forms/record-type-prints': { may: WITNESSES, body: () => ({}), foreign: 201 },
  'POST /office-forms/paper-register-prints': { may: WITNESSES, body: () => ({}), foreign: 201 },
  'GET /change-requests/:id/form.docx': {
    may: ROLES,
    at: ({ changeRequest }) => `/change-requests/${changeRequest}/form.docx`,
    own: ownRequest,
  },
  'POST /change-requests/:id/form-prints': {
    may: ROLES,
    at: ({ changeRequest }) => `/change-requests/${changeRequest}/form-prints`,
    body: () => ({}),
  },
  'POST /versions/:id/tracking-slip-prints': {
    may: ROLES,
    at: ({ effective }) => `/versions/${effective.id}/tracking-slip-prints`,
    body: () => ({}),
  },
  'POST /versions/:id/sign-sheet-prints': {
    may: WITNESSES,
    at: ({ effective }) => `/versions/${effective.id}/sign-sheet-prints`,
    body: () => ({}),
  },
  'POST /destructions/:id/minutes-prints': {
    may: WITNESSES,
    at: ({ destruction }) => `/destructions/${destruction}/minutes-prints`,
    body: () => ({}),
  },
  // DI-14: nothing is cited in the scene, so no key is known.
  'GET /external-documents': { may: ROLES },
  'GET /external-documents.xlsx': { may: ROLES },
  'GET /external-documents/detail': {
    may: ROLES,
    at: () => '/external-documents/detail?key=n:1',
    own: () => 404,
    foreign: 404,
  },
  'POST /external-documents': {
    may: KEEPERS,
    body: () => ({ kind: 'standard', title: `Chiếm ${randomUUID()}` }),
    foreign: 201,
  },
  'POST /external-documents/checks': {
    may: KEEPERS,
    body: () => ({ key: 'n:1', checkedOn: '2026-01-01', outcome: 'still-valid' }),
    foreign: 404,
  },
  'PATCH /external-documents/:id': {
    may: KEEPERS,
    at: () => `/external-documents/${randomUUID()}`,
    body: () => ({ kind: 'standard', title: 'Chiếm' }),
  },
  'GET /office-forms/external-documents.docx': { may: ROLES },
  'POST /office-forms/external-document-prints': { may: ROLES, body: () => ({}), foreign: 201 },
  'GET /change-requests.xlsx': { may: ROLES },
  'GET /periodic-reviews.xlsx': { may: WITNESSES },
  'GET /record-types.xlsx': { may: WITNESSES },
  'GET /records.xlsx': { may: WITNESSES },
  'GET /disposals.xlsx': { may: WITNESSES },
};
