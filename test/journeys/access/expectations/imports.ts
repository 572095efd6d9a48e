import { aPaperDecision, PASSWORD } from '../../../support/staging';
import { type Scene } from '../scene';
import { ROLES } from '@app/kernel';

import { type Expectations } from './kit';

const may = ['secretary'] as const;
const choice = ({ importItem }: Scene): { itemIds: string[] } => ({ itemIds: [importItem] });

export const IMPORTS: Expectations = {
  'GET /imports': { may },
  'GET /imports.xlsx': { may },
  'POST /imports': { may, body: () => ({ name: 'Ngày đầu' }), foreign: 201 },
  'GET /imports/:id': { may, at: ({ importBatch }) => `/imports/${importBatch}` },
  'POST /imports/:id/files': {
    may,
    at: ({ importBatch }) => `/imports/${importBatch}/files`,
    body: () => ({}),
  },
  'GET /imports/:id/findings.xlsx': {
    may,
    at: ({ importBatch }) => `/imports/${importBatch}/findings.xlsx`,
  },
  'GET /imports/:id/items': { may, at: ({ importBatch }) => `/imports/${importBatch}/items` },
  'POST /imports/:id/items': {
    may,
    at: ({ importBatch }) => `/imports/${importBatch}/items`,
    body: (scene) => ({ ...choice(scene), state: 'skipped' }),
  },
  'PATCH /imports/:id/items/:itemId': {
    may,
    at: ({ importBatch, importItem }) => `/imports/${importBatch}/items/${importItem}`,
    body: () => ({ fields: { title: 'Chiếm' } }),
  },
  'GET /imports/:id/items/:itemId/preview': {
    may,
    at: ({ importBatch, importItem }) => `/imports/${importBatch}/items/${importItem}/preview`,
  },
  'POST /imports/:id/acceptance': {
    may,
    at: ({ importBatch }) => `/imports/${importBatch}/acceptance`,
    body: (scene) => ({ ...choice(scene), decision: aPaperDecision(), password: PASSWORD }),
  },
  'POST /imports/:id/drafts': {
    may,
    at: ({ importBatch }) => `/imports/${importBatch}/drafts`,
    body: choice,
  },
  'GET /first-reviews': { may: ROLES },
  'POST /first-reviews/conclusion': {
    may: ['author', 'unit-focal', 'reviewer', 'approver', 'secretary', 'office-lead', 'head'],
    body: ({ importItem }) => ({ ids: [importItem], outcome: 'not-needed', note: 'Chiếm' }),
    foreign: 404,
  },
};
