import { assertTransition, lifecycle, type LocalDate } from '@app/kernel';

import { OfferClosed, OwnerNotLate } from './refusals';

/** A version that its owner lays before an agency: received there, issued by that agency's own decision (OF-06). */
export const OFFER_LIFECYCLE = lifecycle({
  offered: ['received', 'superseded', 'withdrawn'],
  received: ['adopted', 'local'],
  adopted: ['superseded', 'local', 'ended'],
  withdrawn: ['offered'],
  superseded: [],
  local: [],
  ended: [],
});
export type OfferState = keyof typeof OFFER_LIFECYCLE;
export const OFFER_STATES = Object.keys(OFFER_LIFECYCLE) as OfferState[];

export interface StandingOffer {
  state: OfferState;
  isWithdrawn: boolean;
  /** The day on which the owner should have answered a change of law. */
  ownerLateOn: LocalDate | null;
}

/** @throws OfferClosed */
export function assertReceivable({ state, isWithdrawn }: StandingOffer): void {
  if (state !== 'offered' || isWithdrawn) throw new OfferClosed();
  assertTransition('offer', OFFER_LIFECYCLE, [state, 'received']);
}

/** Xử lý tại chỗ: the agency makes the document its own. @throws OfferClosed, OwnerNotLate */
export function assertLocallyHandled({ state, isWithdrawn, ownerLateOn }: StandingOffer): void {
  if (state !== 'adopted') throw new OfferClosed();
  if (ownerLateOn === null && !isWithdrawn) throw new OwnerNotLate();
  assertTransition('offer', OFFER_LIFECYCLE, [state, 'local']);
}
