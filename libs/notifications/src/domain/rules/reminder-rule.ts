import { addDays, DomainError, type LocalDate } from '@app/kernel';

/** Who hears of what is late, from near to far: đầu mối, trưởng phòng, lãnh đạo. */
export const ESCALATION_LEVELS = ['unit-focal', 'unit-lead', 'head'] as const;
export type EscalationLevel = (typeof ESCALATION_LEVELS)[number];

export interface EscalationRung {
  /** Days after the deadline. */
  afterDays: number;
  to: EscalationLevel;
}

/** When people are reminded of one kind of obligation, and who hears when it is late. */
export interface ReminderRule {
  /** Days before the deadline, 0 = on the day. */
  stages: readonly number[];
  /** Days between two reminders after the deadline. */
  repeatDays: number;
  escalation: readonly EscalationRung[];
}

/** Days before a deadline on which people are reminded, where nobody has said otherwise. */
export const REMINDER_STAGES = [30, 14, 7, 3, 1, 0] as const;
const WEEK = 7;
const LONGEST = 365;
const MOST_STAGES = 12;

interface ShippedRule extends ReminderRule {
  /** A duty of the post goes on to the successor; what only this person can do does not. */
  passesOn: boolean;
}

const USUAL: ShippedRule = {
  stages: REMINDER_STAGES,
  repeatDays: WEEK,
  escalation: [
    { afterDays: 1, to: 'unit-focal' },
    { afterDays: 7, to: 'unit-lead' },
    { afterDays: 14, to: 'head' },
  ],
  passesOn: true,
};

/** Rules that the product ships; what stands in the table comes before them. */
export const SHIPPED_RULES: Readonly<Record<string, ShippedRule>> = {
  'legal-impact.revise': USUAL,
  // Reading is each person's own, and lists of late readers go to the unit and the secretary once a week (DI-09).
  'documents.read': { stages: [3, 1, 0], repeatDays: WEEK, escalation: [], passesOn: false },
};

export function shippedRule(kind: string): ShippedRule {
  return SHIPPED_RULES[kind] ?? USUAL;
}

/** A rule that would remind nobody, endlessly, or in no order. */
export class BadReminderRule extends DomainError {
  constructor(field: 'stages' | 'repeatDays' | 'escalation', code: string) {
    super({ code: 'notifications.bad-rule', kind: 'invalid', fields: [{ field, code }] });
  }
}

/**
 * Stages from far to near, ending on the day itself: the reminders after the deadline begin there.
 * @throws BadReminderRule
 */
export function checkedRule({ stages, repeatDays, escalation }: ReminderRule): ReminderRule {
  const ordered = [...new Set(stages)].sort((left, right) => right - left);
  if (ordered.length === 0 || ordered.length > MOST_STAGES) throw new BadReminderRule('stages', 'too-many');
  if (!ordered.every((days) => Number.isInteger(days) && days >= 0 && days <= LONGEST))
    throw new BadReminderRule('stages', 'not-an-integer');
  if (!ordered.includes(0)) throw new BadReminderRule('stages', 'needs-the-day');
  const rising = escalation.every(({ afterDays }, at) => afterDays > (escalation[at - 1]?.afterDays ?? 0));
  if (!rising) throw new BadReminderRule('escalation', 'not-in-order');
  const levels = escalation.map(({ to }) => ESCALATION_LEVELS.indexOf(to));
  if (levels.some((level, at) => at > 0 && level <= (levels[at - 1] ?? -1)))
    throw new BadReminderRule('escalation', 'not-in-order');
  return { stages: ordered, repeatDays, escalation };
}

/** The first rung; the days count from the deadline, or from today for what is entered when it is late already. */
export function firstEscalation(rule: ReminderRule, dueOn: LocalDate, today: LocalDate): LocalDate | null {
  const [first] = rule.escalation;
  if (first === undefined) return null;
  return addDays(dueOn > today ? dueOn : today, first.afterDays);
}
