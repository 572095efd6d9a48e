import { ROLES } from '@app/kernel';

import { type Expectations } from './kit';

export const SEARCH: Expectations = {
  'GET /search': { may: ROLES, at: () => '/search?q=quy+tr%C3%ACnh' },
};
