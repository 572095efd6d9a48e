import { assertTransition, IllegalTransition, unreachableStates } from '@app/kernel';

import { INSPECTION_LIFECYCLE } from './inspection-lifecycle';

describe('INSPECTION_LIFECYCLE', () => {
  it('has no state that cannot be reached from opened', () => {
    expect(unreachableStates(INSPECTION_LIFECYCLE, 'opened')).toEqual([]);
  });

  it('is not checked before it is submitted', () => {
    expect(() => {
      assertTransition('subject', INSPECTION_LIFECYCLE, ['self-assessed', 'checking']);
    }).toThrow(IllegalTransition);
  });
});
