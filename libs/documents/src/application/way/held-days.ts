import { addDays, type LocalDate } from '@app/kernel';
import { isWorkingDay, type WorkingCalendar } from '@app/organization';

/** The last day on which a station may have opened to be held for more than so many working days today (R18). */
export function openedBeyond(calendar: WorkingCalendar, today: LocalDate, days: number): LocalDate {
  let day = today;
  for (let held = 0; held <= days; day = addDays(day, -1)) held += isWorkingDay(calendar, day) ? 1 : 0;
  return day;
}
