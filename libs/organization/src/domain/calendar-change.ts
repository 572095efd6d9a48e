import { addDays, daysBetween, DomainError, isoWeekday, type LocalDate } from '@app/kernel';

/** Days that one steward marks alike: a holiday, or a day worked in exchange. */
export interface CalendarEntry {
  from: LocalDate;
  until: LocalDate;
  kind: 'holiday' | 'working';
  name: string;
  /** Thông báo, quyết định of the year. */
  legalBasis: string;
}

/** The longest holiday of a year is Tết; more than this is a slip of the pen. */
const MOST_DAYS = 31;
const SATURDAY = 6;

/** The range is upside down, too long, or a working day is entered that is one already. */
export class BadCalendarEntry extends DomainError {
  constructor(field: 'until' | 'kind') {
    super({ code: 'organization.bad-calendar', kind: 'invalid', fields: [{ field, code: 'invalid' }] });
  }
}

/** The calendar of this steward has no entry on the day. */
export class CalendarDayNotFound extends DomainError {
  constructor() {
    super({ code: 'organization.calendar-day-not-found', kind: 'not-found' });
  }
}

/** The days of an entry. @throws BadCalendarEntry */
export function daysOf({ from, until, kind }: Pick<CalendarEntry, 'from' | 'until' | 'kind'>): LocalDate[] {
  const count = daysBetween(from, until) + 1;
  if (count < 1 || count > MOST_DAYS) throw new BadCalendarEntry('until');
  const days = Array.from({ length: count }, (_, at) => addDays(from, at));
  if (kind === 'working' && days.every((day) => isoWeekday(day) < SATURDAY))
    throw new BadCalendarEntry('kind');
  return days;
}
