import { ROLES } from '@app/kernel';

import { CANARY } from '../scene';
import { type Expectations } from './kit';

const KEEPERS = ['secretary', 'office-lead', 'province-admin', 'legal-steward'] as const;
const LINKERS = ['secretary', 'unit-focal', 'office-lead'] as const;
const tthc = {
  name: 'Chiếm',
  field: 'Chiếm',
  level: 'commune',
  status: 'in-force',
} as const;

export const TTHC: Expectations = {
  'GET /administrative-procedures': { may: ROLES, at: () => `/administrative-procedures?q=${CANARY}` },
  'GET /administrative-procedures.xlsx': { may: ROLES },
  'GET /administrative-procedures/fields': { may: ROLES },
  'POST /administrative-procedures': {
    may: KEEPERS,
    body: () => ({ ...tthc, name: '-' }),
    foreign: 422,
  },
  'GET /administrative-procedures/:id': {
    may: ROLES,
    at: ({ procedure }) => `/administrative-procedures/${procedure}`,
  },
  'PUT /administrative-procedures/:id': {
    may: KEEPERS,
    at: ({ procedure }) => `/administrative-procedures/${procedure}`,
    body: () => tthc,
  },
  'POST /administrative-procedures/:id/duty': {
    may: ['secretary', 'office-lead', 'head', 'agency-admin'],
    at: ({ procedure }) => `/administrative-procedures/${procedure}/duty`,
    body: () => ({ applies: true }),
  },
  'POST /administrative-procedures/:id/internal-processes': {
    may: KEEPERS,
    at: ({ procedure }) => `/administrative-procedures/${procedure}/internal-processes`,
    body: () => ({ validFrom: '2026-01-01', steps: [{ name: 'Chiếm' }] }),
  },

  'GET /announcements': { may: ROLES },
  'GET /announcements/:id': { may: ROLES, at: ({ announcement }) => `/announcements/${announcement}` },
  'POST /announcements': {
    may: KEEPERS,
    body: ({ procedure }) => ({
      ...{ numberSymbol: '3/QĐ-UBND', issuer: 'UBND', issuedOn: '2026-01-01', title: 'Chiếm' },
      rows: [{ act: 'abolished', name: 'Chiếm', procedureId: procedure }],
    }),
    foreign: 404,
  },
  'POST /announcements/readings': { may: KEEPERS, body: () => ({ text: CANARY.slice(0, 3) }), foreign: 200 },
  'POST /announcements/files': { may: KEEPERS, foreign: 422 },
  'GET /announcements/files/:id': {
    may: KEEPERS,
    at: ({ announcementFile }) => `/announcements/files/${announcementFile}`,
  },

  'GET /coverage': { may: ROLES },
  'GET /coverage/procedures': { may: ROLES },
  'GET /coverage/procedures.xlsx': { may: ROLES },
  'GET /coverage/agencies': { may: ROLES },
  'GET /coverage/agencies.xlsx': { may: ROLES },
  'GET /coverage/agencies/:id': {
    may: ROLES,
    // Answers the province alone (test/journeys/administrative-procedures).
    at: () => '/coverage/agencies/0190aaaa-0000-7000-8000-000000000000',
    own: () => 404,
  },
  'GET /procedure-matches': { may: LINKERS },
  'POST /procedure-links': {
    may: LINKERS,
    body: ({ procedure, effective }) => ({
      links: [{ documentId: effective.documentId, procedureId: procedure }],
    }),
    foreign: 404,
  },
  'POST /procedure-links/removal': {
    may: LINKERS,
    body: ({ procedure, effective }) => ({ documentId: effective.documentId, procedureId: procedure }),
    foreign: 404,
  },
  'GET /documents/:id/procedures': {
    may: ROLES,
    at: ({ effective }) => `/documents/${effective.documentId}/procedures`,
  },
};
