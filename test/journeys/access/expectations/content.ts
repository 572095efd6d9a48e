import { ROLES } from '@app/kernel';

import { type Expectations } from './kit';

export const CONTENT: Expectations = {
  'GET /versions/:id/content': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/content` },
};
