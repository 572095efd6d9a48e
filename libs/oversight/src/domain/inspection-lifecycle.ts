import { lifecycle } from '@app/kernel';

/** A cycle of inspection by the province (OV-04): the agency scores itself before anybody checks. */
export const INSPECTION_LIFECYCLE = lifecycle({
  opened: ['self-assessed'],
  'self-assessed': ['submitted'],
  submitted: ['checking'],
  checking: ['minutes-signed'],
  'minutes-signed': ['confirmed'],
  confirmed: ['followed-up'],
  'followed-up': ['closed'],
  closed: [],
});
export type InspectionState = keyof typeof INSPECTION_LIFECYCLE;
