import { ROLES } from '@app/kernel';

import { aForm } from '../../../support/staging';
import { type Expectations, MAKERS } from './kit';

const CONTENT = { sections: [], cases: [], fee: null, dossier: [], forms: [], records: [], amendments: [] };

export const EDITOR: Expectations = {
  'POST /documents/written': {
    may: MAKERS,
    body: ({ library }) => aForm(library.office.by.author),
    foreign: 422,
  },
  'POST /documents/:id/versions/written': {
    may: MAKERS,
    at: ({ effective }) => `/documents/${effective.documentId}/versions/written`,
    body: ({ library }) =>
      aForm(library.office.by.author, { changeNote: 'Chiếm', changeClass: 'minor', issue: 9 }),
    foreign: 422,
  },
  'GET /versions/:id/content': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/content` },
  'PUT /versions/:id/content': {
    may: MAKERS,
    at: ({ draft }) => `/versions/${draft.id}/content`,
    body: () => ({ content: CONTENT }),
  },
  'GET /versions/:id/tracking-slip.docx': {
    may: ROLES,
    at: ({ effective }) => `/versions/${effective.id}/tracking-slip.docx`,
    // Nothing was read from the scene's files.
    own: () => 404,
  },
};
