import { assertTransition, IllegalTransition, unreachableStates } from '@app/kernel';

import { REVIEW_LIFECYCLE } from './review-lifecycle';

describe('REVIEW_LIFECYCLE', () => {
  it('has no state that cannot be reached from called', () => {
    expect(unreachableStates(REVIEW_LIFECYCLE, 'called')).toEqual([]);
  });

  it('has no minutes before the meeting was held', () => {
    expect(() => {
      assertTransition('subject', REVIEW_LIFECYCLE, ['called', 'minutes-approved']);
    }).toThrow(IllegalTransition);
  });
});
