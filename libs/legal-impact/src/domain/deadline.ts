import { addDays, type LocalDate } from '@app/kernel';

/** How long a revision may take, as a steward has decided. */
export interface DeadlineRule {
  workingDays: number;
  beforeCommencement: boolean;
  leastWorkingDays: number;
  secondPersonAbove: number;
}

/** By which rule a deadline was counted and from which day: a calendar that changes counts it anew. */
export interface DeadlineBasis extends Pick<
  DeadlineRule,
  'workingDays' | 'beforeCommencement' | 'leastWorkingDays'
> {
  countedFrom: LocalDate;
  commencesOn: LocalDate | null;
}

/** The calendar that the rule counts by. */
export interface CountedDays {
  after: (from: LocalDate, workingDays: number) => LocalDate;
  onOrBefore: (day: LocalDate) => LocalDate;
}

/**
 * The proposed deadline: so many working days from today; for a text still to commence, the last working day before it,
 * but never fewer days than the rule leaves.
 */
export function proposedDeadline(
  rule: Omit<DeadlineRule, 'secondPersonAbove'>,
  { today, commencesOn }: { today: LocalDate; commencesOn: LocalDate | null },
  days: CountedDays,
): LocalDate {
  if (!rule.beforeCommencement || commencesOn === null || commencesOn <= today)
    return days.after(today, rule.workingDays);
  const ready = days.onOrBefore(addDays(commencesOn, -1));
  const least = days.after(today, rule.leastWorkingDays);
  return ready < least ? least : ready;
}
