import { assertTransition, IllegalTransition, unreachableStates } from '@app/kernel';

import { NONCONFORMITY_LIFECYCLE } from './nonconformity-lifecycle';

describe('NONCONFORMITY_LIFECYCLE', () => {
  it('has no state that cannot be reached from opened', () => {
    expect(unreachableStates(NONCONFORMITY_LIFECYCLE, 'opened')).toEqual([]);
  });

  it('is not closed before it is contained', () => {
    expect(() => {
      assertTransition('subject', NONCONFORMITY_LIFECYCLE, ['opened', 'closed']);
    }).toThrow(IllegalTransition);
  });
});
