import { type Dictionary } from '../vi/index';

export const impact: Dictionary['impact'] = {
  kinds: {
    replaces: 'Replaces',
    amends: 'Amends',
    repeals: 'Repeals',
    announces: 'Announces procedures',
  },
  via: {
    number: 'by number',
    name: 'by name',
    amended: 'through a text that amended it',
    procedure: 'by administrative procedure',
  },
  through: (texts) => `through ${texts}`,
  partly: 'partly',
  why: 'Why',
  others: 'Other changes of this document',
  othersHint:
    'A document is one task, whatever the number of changes. Choose those that this conclusion answers.',
  alsoAnswer: 'Also answers',
  firstDocuments: 'The first documents to be assessed',
  firstDocumentsOf: (shown, all) => `${String(shown)} of ${String(all)} documents`,
  document: 'Document',
  withdraw: 'Withdraw',
  withdrawTitle: 'Withdraw a confirmed change',
  withdrawNote:
    'Every open task of this change ends in every agency, with the line below. What is concluded stays as it is.',
  withdrawReason: 'Explanation (read by everybody who was asked)',
  withdrawDone: 'The change is withdrawn. Open tasks have ended.',
  withdrawnBy: 'Withdrawn by',
};
