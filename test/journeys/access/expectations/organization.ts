import { ROLES } from '@app/kernel';

import { type Expectations } from './kit';

const IMPORTERS = [
  'secretary',
  'office-lead',
  'agency-admin',
  'province-admin',
  'installation-admin',
] as const;

export const ORGANIZATION: Expectations = {
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
};
