import { type LocalDate } from '@app/kernel';

import { assertLocallyHandled, assertReceivable, OFFER_STATES, type StandingOffer } from './offer';
import { OfferClosed, OwnerNotLate } from './refusals';

const anOffer = (changes: Partial<StandingOffer> = {}): StandingOffer => ({
  state: 'offered',
  isWithdrawn: false,
  ownerLateOn: null,
  ...changes,
});

describe('OF-06: an offered version', () => {
  it('is received while it stands', () => {
    expect(() => {
      assertReceivable(anOffer());
    }).not.toThrow();
  });

  it('is not received once its owner has withdrawn it', () => {
    expect(() => {
      assertReceivable(anOffer({ isWithdrawn: true }));
    }).toThrow(OfferClosed);
  });

  it.each(OFFER_STATES.filter((state) => state !== 'offered'))('is not received when it is %s', (state) => {
    expect(() => {
      assertReceivable(anOffer({ state }));
    }).toThrow(OfferClosed);
  });
});

describe('OF-06: xử lý tại chỗ', () => {
  const late = '2026-10-01' as LocalDate;

  it('waits for the owner who is in time', () => {
    expect(() => {
      assertLocallyHandled(anOffer({ state: 'adopted' }));
    }).toThrow(OwnerNotLate);
  });

  it.each([
    ['the owner is late', { ownerLateOn: late }],
    ['the owner has ended the document', { isWithdrawn: true }],
  ])('is open when %s', (_, changes) => {
    expect(() => {
      assertLocallyHandled(anOffer({ state: 'adopted', ...changes }));
    }).not.toThrow();
  });

  it('is of what the agency applies, not of what it was merely offered', () => {
    expect(() => {
      assertLocallyHandled(anOffer({ ownerLateOn: late }));
    }).toThrow(OfferClosed);
  });
});
