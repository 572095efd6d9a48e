import * as fc from 'fast-check';
import {
  addDays,
  daysBetween,
  formatVi,
  formatViInWords,
  isLocalDate,
  isoWeekday,
  localDate,
  parseLocalDate,
  todayIn,
  tryLocalDate,
} from './local-date';

describe('parseLocalDate()', () => {
  it.each([
    ['2014-03-05', '2014-03-05'],
    ['05/3/2014', '2014-03-05'],
    ['15.10.2010', '2010-10-15'],
    ['5 - 3 - 2014', '2014-03-05'],
    ['ngày 24 tháng 11 năm 2014', '2014-11-24'],
    ['29/02/2024', '2024-02-29'],
  ])('reads %j', (text, date) => {
    expect(parseLocalDate(text)).toBe(date);
  });

  it.each([
    '30/02/2024',
    '29/02/2023',
    '2024-13-01',
    '00/01/2024',
    '24:00',
    '1e3',
    '',
    '12/2024',
    '2024-1-1',
  ])('refuses %j', (text) => {
    expect(parseLocalDate(text)).toBeNull();
  });
});

describe('LocalDate', () => {
  const anyDate = fc
    .tuple(
      fc.integer({ min: 1900, max: 2200 }),
      fc.integer({ min: 1, max: 12 }),
      fc.integer({ min: 1, max: 28 }),
    )
    .map(([y, m, d]) => localDate(y, m, d));

  it('is found again in each of its printed forms', () => {
    fc.assert(
      fc.property(anyDate, (date) => {
        expect(parseLocalDate(formatVi(date))).toBe(date);
        expect(parseLocalDate(formatViInWords(date))).toBe(date);
        expect(isLocalDate(date)).toBe(true);
      }),
    );
  });

  it('counts days forth and back', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -50_000, max: 50_000 }), (date, days) => {
        expect(daysBetween(date, addDays(date, days))).toBe(days);
        expect(addDays(addDays(date, days), -days)).toBe(date);
      }),
    );
  });

  it('prints as Nghị định 30/2020 does', () => {
    expect(formatViInWords(localDate(2025, 2, 3))).toBe('ngày 03 tháng 02 năm 2025');
    expect(formatViInWords(localDate(2025, 7, 7))).toBe('ngày 07 tháng 7 năm 2025');
  });

  it('knows the day in Vietnam, where it is tomorrow from 17:00 UTC on', () => {
    expect(todayIn(new Date('2026-12-31T16:59:59Z'))).toBe('2026-12-31');
    expect(todayIn(new Date('2026-12-31T17:00:00Z'))).toBe('2027-01-01');
  });

  it('knows the day of the week', () => {
    expect(isoWeekday(localDate(2026, 11, 23))).toBe(1);
    expect(isoWeekday(localDate(2026, 11, 29))).toBe(7);
  });

  it('refuses a day that is none', () => {
    expect(tryLocalDate(2023, 2, 29)).toBeNull();
    expect(() => localDate(2023, 2, 29)).toThrow(RangeError);
  });
});
