import { ROLES } from '@app/kernel';

import { CANARY } from '../scene';
import { type Expectations } from './kit';

const KEEPERS = ['secretary', 'office-lead', 'province-admin', 'legal-steward'] as const;
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
};
