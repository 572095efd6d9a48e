import { lifecycle } from '@app/kernel';

/** NC-02 to NC-06: closing plans a check of effectiveness by somebody else; a failed check goes back to the analysis. */
export const NONCONFORMITY_LIFECYCLE = lifecycle({
  opened: ['contained'],
  contained: ['analysed', 'closed'],
  analysed: ['planned'],
  planned: ['done'],
  done: ['closed'],
  closed: ['verified-effective', 'reopened'],
  'verified-effective': [],
  reopened: ['analysed'],
});
export type NonconformityState = keyof typeof NONCONFORMITY_LIFECYCLE;
