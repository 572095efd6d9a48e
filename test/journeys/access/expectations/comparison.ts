import { ROLES } from '@app/kernel';

import { type Scene } from '../scene';
import { type Expectations, MAKERS, WITNESSES } from './kit';

const pairOf = ({ effective: { id } }: Scene): string => `left=${id}&right=${id}`;

export const COMPARISON: Expectations = {
  'GET /documents/:id/comparison': {
    may: WITNESSES,
    at: (scene) => `/documents/${scene.effective.documentId}/comparison?${pairOf(scene)}`,
  },
  'GET /documents/:id/comparison/text': {
    may: WITNESSES,
    at: (scene) => `/documents/${scene.effective.documentId}/comparison/text?${pairOf(scene)}`,
  },
  'GET /documents/:id/next-numbers': {
    may: MAKERS,
    at: ({ effective }) => `/documents/${effective.documentId}/next-numbers`,
  },
  'GET /documents/:id/amendments': {
    may: WITNESSES,
    at: ({ effective }) => `/documents/${effective.documentId}/amendments`,
  },
  'GET /documents/:id/amendments.docx': {
    may: WITNESSES,
    at: ({ effective }) => `/documents/${effective.documentId}/amendments.docx`,
  },
  'POST /documents/:id/amendment-prints': {
    may: WITNESSES,
    at: ({ effective }) => `/documents/${effective.documentId}/amendment-prints`,
    body: () => ({}),
  },
  'GET /versions/:id/cover-sheet.docx': {
    may: ROLES,
    at: ({ effective }) => `/versions/${effective.id}/cover-sheet.docx`,
  },
  'POST /versions/:id/cover-prints': {
    may: ROLES,
    at: ({ effective }) => `/versions/${effective.id}/cover-prints`,
    body: () => ({}),
  },
  'POST /versions/:id/change-class': {
    may: ['approver', 'head'],
    at: ({ inReview }) => `/versions/${inReview.id}/change-class`,
    body: () => ({ changeClass: 'minor' }),
  },
};
