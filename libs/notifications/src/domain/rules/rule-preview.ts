import { addDays, type LocalDate } from '@app/kernel';

import { type EscalationLevel, type ReminderRule } from './reminder-rule';

export interface PreviewLine {
  /** The day by the rule. */
  plannedOn: LocalDate;
  /** The day on which it leaves: the next working day. */
  leavesOn: LocalDate;
  /** Days before the deadline; below zero = after it. */
  stage: number;
  /** Null = the person whose task it is. */
  to: EscalationLevel | null;
}

const REPEATS_SHOWN = 3;

/** What a rule would do with one deadline, in the order in which people hear it. */
export function previewOf(
  rule: ReminderRule,
  dueOn: LocalDate,
  nextWorkingDay: (day: LocalDate) => LocalDate,
): PreviewLine[] {
  const line = (stage: number, to: EscalationLevel | null): PreviewLine => {
    const plannedOn = addDays(dueOn, -stage);
    return { plannedOn, leavesOn: nextWorkingDay(plannedOn), stage, to };
  };
  const repeats = Array.from({ length: REPEATS_SHOWN }, (_, at) => -rule.repeatDays * (at + 1));
  return [
    ...[...rule.stages, ...repeats].map((stage) => line(stage, null)),
    ...rule.escalation.map(({ afterDays, to }) => line(-afterDays, to)),
  ].sort((left, right) => (left.plannedOn < right.plannedOn ? -1 : left.plannedOn > right.plannedOn ? 1 : 0));
}
