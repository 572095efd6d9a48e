import { addDays, type LocalDate, localDate } from '@app/kernel';
import * as fc from 'fast-check';

import { shippedRule } from './rules/reminder-rule';
import { isWorkingDay, nextRepeat, stagesAhead } from './reminder-plan';

const TODAY = localDate(2026, 11, 23);

describe('stagesAhead()', () => {
  it.each([
    [40, [30, 14, 7, 3, 1, 0]],
    [30, [14, 7, 3, 1, 0]],
    [2, [1, 0]],
    [1, [0]],
    [0, [-7]],
    [-7, [-14]],
    [-10, [-14]],
  ])('with %i days left gives %j', (days, stages) => {
    expect(stagesAhead(addDays(TODAY, days), TODAY, shippedRule('any'))).toEqual(stages);
  });
});

describe('nextRepeat()', () => {
  it('is a whole number of weeks after the deadline and within a week from today', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3000 }), (late) => {
        const dueOn: LocalDate = addDays(TODAY, -late);
        const stage = nextRepeat(dueOn, TODAY, 7);

        expect(Math.abs(stage % 7)).toBe(0);
        expect(addDays(dueOn, -stage) > TODAY).toBe(true);
        expect(addDays(dueOn, -stage) <= addDays(TODAY, 7)).toBe(true);
      }),
    );
  });
});

describe('isWorkingDay()', () => {
  it('follows the calendar of the year before the week', () => {
    expect(isWorkingDay(1, null)).toBe(true);
    expect(isWorkingDay(6, null)).toBe(false);
    expect(isWorkingDay(6, 'working')).toBe(true);
    expect(isWorkingDay(3, 'holiday')).toBe(false);
  });
});
