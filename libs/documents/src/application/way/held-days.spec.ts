import { addDays, type LocalDate } from '@app/kernel';
import { workingCalendar, workingDaysBetween } from '@app/organization';

import { openedBeyond } from './held-days';

const MONDAY = '2026-11-23' as LocalDate;

describe('openedBeyond()', () => {
  const calendar = workingCalendar([{ day: '2026-11-20' as LocalDate, kind: 'holiday' }]);

  it.each([0, 1, 2, 5, 10])(
    'R18: is the last day from which more than %i working days have passed',
    (days) => {
      const day = openedBeyond(calendar, MONDAY, days);

      expect(workingDaysBetween(calendar, day, MONDAY)).toBeGreaterThan(days);
      expect(workingDaysBetween(calendar, addDays(day, 1), MONDAY)).toBeLessThanOrEqual(days);
    },
  );

  it('R18: passes over weekends and holidays', () => {
    expect(openedBeyond(calendar, MONDAY, 1)).toBe('2026-11-18');
  });
});
