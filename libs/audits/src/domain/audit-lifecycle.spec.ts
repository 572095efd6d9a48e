import { assertTransition, IllegalTransition, unreachableStates } from '@app/kernel';

import { AUDIT_LIFECYCLE } from './audit-lifecycle';

describe('AUDIT_LIFECYCLE', () => {
  it('has no state that cannot be reached from planned', () => {
    expect(unreachableStates(AUDIT_LIFECYCLE, 'planned')).toEqual([]);
  });

  it('does not begin before the auditee is notified', () => {
    expect(() => {
      assertTransition('subject', AUDIT_LIFECYCLE, ['planned', 'in-progress']);
    }).toThrow(IllegalTransition);
  });
});
