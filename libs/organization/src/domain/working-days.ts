import { addDays, isoWeekday, type LocalDate } from '@app/kernel';

/** A day that is not what its place in the week says: a holiday, or a Saturday worked in exchange. */
export interface CalendarDay {
  day: LocalDate;
  kind: 'holiday' | 'working';
}

/** Days that differ from the ordinary week, by date. The ordinary week works from Monday to Friday. */
export type WorkingCalendar = ReadonlyMap<LocalDate, CalendarDay['kind']>;

const SATURDAY = 6;

/** Later entries win: give the calendar of the nearest steward last. */
export function workingCalendar(days: readonly CalendarDay[]): WorkingCalendar {
  return new Map(days.map(({ day, kind }) => [day, kind]));
}

export function isWorkingDay(calendar: WorkingCalendar, day: LocalDate): boolean {
  return (calendar.get(day) ?? (isoWeekday(day) < SATURDAY ? 'working' : 'holiday')) === 'working';
}

/** The day itself when it is worked, else the first one after it. */
export function nextWorkingDay(calendar: WorkingCalendar, day: LocalDate): LocalDate {
  let next = day;
  while (!isWorkingDay(calendar, next)) next = addDays(next, 1);
  return next;
}

/** The day itself when it is worked, else the last one before it. */
export function previousWorkingDay(calendar: WorkingCalendar, day: LocalDate): LocalDate {
  let previous = day;
  while (!isWorkingDay(calendar, previous)) previous = addDays(previous, -1);
  return previous;
}

/**
 * The day on which a term of so many working days ends. The day from which it runs is not counted (Bộ luật Dân sự 2015,
 * Điều 147); a term of none ends on the next working day.
 */
export function addWorkingDays(calendar: WorkingCalendar, from: LocalDate, days: number): LocalDate {
  if (days === 0) return nextWorkingDay(calendar, from);
  let day = from;
  for (let left = days; left > 0; left -= isWorkingDay(calendar, day) ? 1 : 0) day = addDays(day, 1);
  return day;
}

/** Working days after the first day, up to and with the second; negative when the second is earlier. */
export function workingDaysBetween(calendar: WorkingCalendar, from: LocalDate, to: LocalDate): number {
  if (to < from) return -workingDaysBetween(calendar, to, from);
  let count = 0;
  for (let day = from; day < to;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
