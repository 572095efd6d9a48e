import { addDays, type LocalDate, localDate } from '@app/kernel';
import * as fc from 'fast-check';

import { STARTER_CALENDAR } from './starter-calendar';
import {
  addWorkingDays,
  isWorkingDay,
  nextWorkingDay,
  previousWorkingDay,
  type WorkingCalendar,
  workingCalendar,
  workingDaysBetween,
} from './working-days';

const ORDINARY = workingCalendar([]);
const CALENDAR_2026 = workingCalendar(STARTER_CALENDAR);

const anyDay = fc.integer({ min: 0, max: 3000 }).map((offset) => addDays(localDate(2025, 1, 1), offset));
const anyCalendar: fc.Arbitrary<WorkingCalendar> = fc
  .array(fc.record({ day: anyDay, kind: fc.constantFrom('holiday' as const, 'working' as const) }), {
    maxLength: 80,
  })
  .map(workingCalendar);

describe('working days', () => {
  it('takes as many steps as it counts', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.integer({ min: 1, max: 120 }), (calendar, from, days) => {
        const end = addWorkingDays(calendar, from, days);

        expect(workingDaysBetween(calendar, from, end)).toBe(days);
        expect(isWorkingDay(calendar, end)).toBe(true);
      }),
    );
  });

  it('is additive over any day between', () => {
    fc.assert(
      fc.property(anyCalendar, fc.tuple(anyDay, anyDay, anyDay), (calendar, days) => {
        const [first, middle, last] = [...days].sort() as [LocalDate, LocalDate, LocalDate];

        expect(workingDaysBetween(calendar, first, last)).toBe(
          workingDaysBetween(calendar, first, middle) + workingDaysBetween(calendar, middle, last),
        );
        expect(workingDaysBetween(calendar, last, first) + workingDaysBetween(calendar, first, last)).toBe(0);
      }),
    );
  });

  it('never leaves a working day, and stops at the first one', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, (calendar, day) => {
        const next = nextWorkingDay(calendar, day);

        expect(next >= day).toBe(true);
        expect(isWorkingDay(calendar, next)).toBe(true);
        expect(workingDaysBetween(calendar, addDays(day, -1), next)).toBe(1);
        expect(nextWorkingDay(calendar, next)).toBe(next);
        expect(previousWorkingDay(calendar, day) <= day).toBe(true);
      }),
    );
  });

  it('ends a later start no earlier', () => {
    fc.assert(
      fc.property(anyCalendar, anyDay, fc.nat(40), (calendar, day, days) => {
        expect(addWorkingDays(calendar, day, days) <= addWorkingDays(calendar, addDays(day, 1), days)).toBe(
          true,
        );
      }),
    );
  });

  it.each([
    ['2026-11-20', 1, '2026-11-23'], // Friday → Monday
    ['2026-11-21', 1, '2026-11-23'],
    ['2026-11-23', 0, '2026-11-23'],
    ['2026-11-22', 0, '2026-11-23'],
    ['2026-11-23', 30, '2027-01-04'],
  ])('from %s, %i working days end on %s in an ordinary week', (from, days, end) => {
    expect(addWorkingDays(ORDINARY, from as LocalDate, days)).toBe(end);
  });

  it('skips Tết and works the Saturday given in exchange', () => {
    expect(addWorkingDays(CALENDAR_2026, '2026-02-13' as LocalDate, 1)).toBe('2026-02-23');
    expect(isWorkingDay(CALENDAR_2026, '2026-08-22' as LocalDate)).toBe(true);
    expect(isWorkingDay(CALENDAR_2026, '2026-08-31' as LocalDate)).toBe(false);
  });
});

it('ships each day of the starter calendar once, with a name', () => {
  expect(new Set(STARTER_CALENDAR.map(({ day }) => day)).size).toBe(STARTER_CALENDAR.length);
  expect(STARTER_CALENDAR.every(({ name }) => name !== '')).toBe(true);
});

describe('B-20: terms over the turns of the calendar', () => {
  const at = (text: string): LocalDate => text as LocalDate;

  it.each([
    ['Tết of the next year', '2027-01-29', 5, '2027-02-12'],
    ['the turn of the year', '2025-12-31', 1, '2026-01-05'],
    ['the Saturday worked in exchange', '2026-01-09', 1, '2026-01-10'],
    ['a swapped Monday off', '2026-08-28', 1, '2026-09-03'],
  ])('count over %s', (_, from, days, end) => {
    expect(addWorkingDays(CALENDAR_2026, at(from), days)).toBe(end);
  });

  it('reach 29 February and go on from it', () => {
    expect(addWorkingDays(ORDINARY, at('2028-02-28'), 1)).toBe('2028-02-29');
    expect(addWorkingDays(ORDINARY, at('2028-02-29'), 1)).toBe('2028-03-01');
    expect(addWorkingDays(ORDINARY, at('2027-02-26'), 1)).toBe('2027-03-01');
  });
});
