import { addDays, type LocalDate } from '@app/kernel';

import { type CountedDays, type DeadlineRule, proposedDeadline } from './deadline';

const RULE: DeadlineRule = {
  workingDays: 30,
  beforeCommencement: true,
  leastWorkingDays: 5,
  secondPersonAbove: 500,
};
const TODAY = '2026-11-23' as LocalDate;
/** A week without weekends, so that the numbers speak for themselves. */
const EVERY_DAY: CountedDays = { after: addDays, onOrBefore: (day) => day };

const deadline = (rule: DeadlineRule, commencesOn: string | null): LocalDate =>
  proposedDeadline(rule, { today: TODAY, commencesOn: commencesOn as LocalDate | null }, EVERY_DAY);

describe('proposedDeadline()', () => {
  it.each([
    [null, '2026-12-23'],
    ['2020-01-01', '2026-12-23'],
    ['2026-11-23', '2026-12-23'],
    ['2027-03-01', '2027-02-28'],
    ['2026-12-05', '2026-12-04'],
    ['2026-11-25', '2026-11-28'],
  ])('of a text in force from %s is %s', (commencesOn, day) => {
    expect(deadline(RULE, commencesOn)).toBe(day);
  });

  it('does not look at the commencement when the rule does not', () => {
    expect(deadline({ ...RULE, beforeCommencement: false }, '2027-03-01')).toBe('2026-12-23');
  });

  it('steps back over days that are not worked', () => {
    const days: CountedDays = { ...EVERY_DAY, onOrBefore: (day) => addDays(day, -2) };

    expect(proposedDeadline(RULE, { today: TODAY, commencesOn: '2027-03-01' as LocalDate }, days)).toBe(
      '2027-02-26',
    );
  });
});
