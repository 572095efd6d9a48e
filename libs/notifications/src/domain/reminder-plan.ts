import { addDays, type LocalDate } from '@app/kernel';

import { type ReminderRule } from './rules/reminder-rule';

/**
 * Stages that still lie ahead. Not today's: whoever opened the work tells of it today. When all are past, the next one
 * of those after the deadline (stages below zero count days after it).
 */
export function stagesAhead(
  dueOn: LocalDate,
  today: LocalDate,
  { stages, repeatDays }: Pick<ReminderRule, 'stages' | 'repeatDays'>,
): number[] {
  const ahead = stages.filter((stage) => addDays(dueOn, -stage) > today);
  return ahead.length > 0 ? ahead : [nextRepeat(dueOn, today, repeatDays)];
}

/** The first stage after the deadline whose day comes after `today`. */
export function nextRepeat(dueOn: LocalDate, today: LocalDate, repeatDays: number): number {
  let stage = -repeatDays;
  while (addDays(dueOn, -stage) <= today) stage -= repeatDays;
  return stage;
}

/** Monday to Friday, unless the calendar of the year says otherwise (holidays, swapped days). */
export function isWorkingDay(isoWeekday: number, calendar: 'holiday' | 'working' | null): boolean {
  if (calendar !== null) return calendar === 'working';
  return isoWeekday <= 5;
}
