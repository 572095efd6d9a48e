import { addDays, type LocalDate } from '@app/kernel';

/** Days before a deadline on which people are reminded; afterwards weekly. */
export const REMINDER_STAGES = [30, 14, 7, 3, 1, 0] as const;
const WEEK = 7;

/**
 * Stages that still lie ahead. Not today's: whoever opened the work tells of it today. When all are past, the next
 * weekly one (stages below zero count days after the deadline).
 */
export function stagesAhead(
  dueOn: LocalDate,
  today: LocalDate,
  stages: readonly number[] = REMINDER_STAGES,
): number[] {
  const ahead = stages.filter((stage) => addDays(dueOn, -stage) > today);
  return ahead.length > 0 ? ahead : [nextWeekly(dueOn, today)];
}

/** The first weekly stage whose day comes after `today`. */
export function nextWeekly(dueOn: LocalDate, today: LocalDate): number {
  let stage = -WEEK;
  while (addDays(dueOn, -stage) <= today) stage -= WEEK;
  return stage;
}

/** Monday to Friday, unless the calendar of the year says otherwise (holidays, swapped days). */
export function isWorkingDay(isoWeekday: number, calendar: 'holiday' | 'working' | null): boolean {
  if (calendar !== null) return calendar === 'working';
  return isoWeekday <= 5;
}
