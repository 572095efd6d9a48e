import { type Dictionary } from '../vi/index';

export const changeSets: Dictionary['changeSets'] = {
  title: 'Change sets',
  one: 'Change set',
  create: 'Open a change set',
  createNote:
    'Opens drafts of several documents from what is in force; each is mended and submitted, one decision issues all.',
  name: 'What changes in all of them',
  reason: 'Reason',
  legalBasis: 'Legal basis',
  documents: 'Documents to change',
  progress: (approved: number, issued: number, all: number) =>
    `${String(approved)} approved, ${String(issued)} issued of ${String(all)}`,
  progressTitle: 'Progress',
  creator: 'Opened by',
  openedAt: 'Opened',
  empty: 'There is no change set yet',
  decide: 'Draft a decision for those approved',
  codes: 'Code patterns',
  codesNote: 'One per kind of document (and series); the number stands at {nn}. Example: QT {nn}/CX-HCTP.',
  pattern: 'Pattern',
  series: 'Series (empty: all)',
  next: 'Next code',
  gaps: 'Numbers left out',
  noGaps: 'No number is left out.',
  explain: 'Explain a number left out',
  unexplained: 'not explained',
  addPattern: 'Set the pattern',
  useNext: (code: string) => `Use the next code: ${code}`,
};
