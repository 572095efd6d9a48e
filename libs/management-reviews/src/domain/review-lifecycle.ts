import { lifecycle } from '@app/kernel';

/** A management review (9.3): its minutes are approved after the meeting, its decisions are carried until they are done. */
export const REVIEW_LIFECYCLE = lifecycle({
  called: ['held'],
  held: ['minutes-approved'],
  'minutes-approved': ['actions-closed'],
  'actions-closed': [],
});
export type ReviewState = keyof typeof REVIEW_LIFECYCLE;
