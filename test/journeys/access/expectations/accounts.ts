import { PASSWORD } from '../../../support/staging';
import { type Expectations, SIGNERS } from './kit';

const ADMIN = ['agency-admin'] as const;
const LOG_READERS = ['head', 'agency-admin', 'auditor'] as const;
const position = { positionTitle: 'Chuyên viên', formula: '', roles: [{ role: 'reader' }] };

export const ACCOUNTS: Expectations = {
  'GET /accounts': { may: ADMIN },
  'POST /accounts': { may: ADMIN, body: () => ({ ...position, fullName: 'A' }), foreign: 400 },
  'POST /accounts/lookups': {
    may: ADMIN,
    body: ({ machine }) => ({
      name: 'Quầy',
      login: `quay-${String(Math.random()).slice(2)}`,
      password: PASSWORD,
      machineId: machine,
    }),
    foreign: 404,
  },
  'PUT /accounts/:id': { may: ADMIN, at: ({ account }) => `/accounts/${account}`, body: () => position },
  'POST /accounts/:id/closing': {
    may: ADMIN,
    at: ({ account }) => `/accounts/${account}/closing`,
    body: () => ({ reason: 'Chiếm' }),
  },
  'POST /accounts/:id/password': {
    may: ADMIN,
    at: ({ account }) => `/accounts/${account}/password`,
    body: () => ({ password: PASSWORD }),
  },
  'GET /me/password': { may: 'signed-in' },
  'POST /me/password': {
    may: 'signed-in',
    body: () => ({ password: PASSWORD, next: 'ngắn' }),
    foreign: 422,
  },

  'GET /machine': { may: 'public' },
  'GET /shared-machines': { may: ADMIN },
  'POST /shared-machines': {
    may: ['secretary', 'unit-focal', 'head', 'clerk', 'office-lead', 'agency-admin'],
    body: () => ({ name: 'Quầy' }),
    // People of the scene came by no browser of ours.
    foreign: 409,
  },
  'POST /shared-machines/:id/withdrawal': {
    may: ADMIN,
    at: ({ machine }) => `/shared-machines/${machine}/withdrawal`,
    body: () => ({ reason: 'Chiếm' }),
  },
  'GET /shared-machine-policy': { may: ADMIN },
  'PUT /shared-machine-policy': { may: ADMIN, body: () => ({ lockMinutes: 3 }), foreign: 200 },

  'GET /signing-pairs': { may: LOG_READERS },
  'GET /signing-pairs.xlsx': { may: LOG_READERS },
  'POST /signing-pairs/notes': {
    may: SIGNERS.filter((role) => role === 'head'),
    body: ({ machine }) => ({ laterId: machine, earlierId: machine, note: 'Chiếm' }),
    foreign: 404,
  },
};
