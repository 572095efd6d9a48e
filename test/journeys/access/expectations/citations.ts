import { type Role, ROLES } from '@app/kernel';

import { type Expectations, MAKERS, WITNESSES } from './kit';

const LINKERS: readonly Role[] = [...MAKERS, 'office-lead'];
/** Nobody else cites in these words. */
const WORDS = {
  kind: 'number',
  words: '12/2024/QĐ-UBND',
  issuer: 'Ủy ban nhân dân KIM-TUOC-7431',
  issuedOn: '2024-05-06',
};

/** What documents cite, and where a text is cited. */
export const CITATIONS: Expectations = {
  'GET /versions/:id/citations': { may: ROLES, at: ({ effective }) => `/versions/${effective.id}/citations` },
  'GET /unresolved-citations': { may: WITNESSES },
  'GET /outdated-citations': { may: WITNESSES },
  'POST /citation-links': {
    may: LINKERS,
    body: ({ legalText }) => ({ ...WORDS, textId: legalText }),
    foreign: 404,
  },
  'POST /citation-rejections': {
    may: LINKERS,
    body: ({ legalText }) => ({ ...WORDS, textId: legalText }),
    foreign: 404,
  },
  'GET /legal-texts/:id/citing-documents': {
    may: ROLES,
    at: ({ legalText }) => `/legal-texts/${legalText}/citing-documents`,
  },
  'GET /legal-texts/:id/citing-documents.xlsx': {
    may: ROLES,
    at: ({ legalText }) => `/legal-texts/${legalText}/citing-documents.xlsx`,
  },
};
