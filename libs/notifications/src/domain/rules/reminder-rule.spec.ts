import { addDays, type LocalDate, localDate } from '@app/kernel';

import {
  BadReminderRule,
  checkedRule,
  firstEscalation,
  type ReminderRule,
  shippedRule,
} from './reminder-rule';
import { previewOf } from './rule-preview';

const DUE = localDate(2026, 12, 18);
const rule = (changes: Partial<ReminderRule> = {}): ReminderRule => ({
  stages: [30, 7, 0],
  repeatDays: 7,
  escalation: [
    { afterDays: 1, to: 'unit-focal' },
    { afterDays: 10, to: 'head' },
  ],
  ...changes,
});

describe('R19: a reminder rule', () => {
  it('orders its stages and keeps each once', () => {
    expect(checkedRule(rule({ stages: [0, 7, 30, 7] })).stages).toEqual([30, 7, 0]);
  });

  it.each<Partial<ReminderRule>>([
    { stages: [] },
    { stages: [7, 3] },
    { stages: [0, -1] },
    { stages: [0, 366] },
    { stages: [0, 1.5] },
    {
      escalation: [
        { afterDays: 7, to: 'unit-focal' },
        { afterDays: 7, to: 'head' },
      ],
    },
    {
      escalation: [
        { afterDays: 1, to: 'head' },
        { afterDays: 2, to: 'unit-lead' },
      ],
    },
    { escalation: [{ afterDays: 0, to: 'head' }] },
  ])('%# is refused when it reminds nobody on the day or climbs out of order', (changes) => {
    expect(() => checkedRule(rule(changes))).toThrow(BadReminderRule);
  });

  it('is valid as shipped', () => {
    expect(checkedRule(shippedRule('legal-impact.revise')).stages).toEqual([30, 14, 7, 3, 1, 0]);
    expect(checkedRule(shippedRule('documents.read')).escalation).toEqual([]);
  });

  it('counts its first rung from the deadline, or from today for what comes in late', () => {
    expect(firstEscalation(rule(), DUE, addDays(DUE, -20))).toBe(addDays(DUE, 1));
    expect(firstEscalation(rule(), DUE, addDays(DUE, 40))).toBe(addDays(DUE, 41));
    expect(firstEscalation(rule({ escalation: [] }), DUE, DUE)).toBeNull();
  });
});

describe('R19: the preview of a rule', () => {
  it('shows each day by the rule and the working day on which it leaves, in order', () => {
    const monday = (day: LocalDate): LocalDate => (day === '2026-12-19' ? localDate(2026, 12, 21) : day);

    const lines = previewOf(rule({ stages: [7, 0] }), DUE, monday);

    expect(lines.map(({ plannedOn, to }) => [plannedOn, to])).toEqual([
      ['2026-12-11', null],
      ['2026-12-18', null],
      ['2026-12-19', 'unit-focal'],
      ['2026-12-25', null],
      ['2026-12-28', 'head'],
      ['2027-01-01', null],
      ['2027-01-08', null],
    ]);
    expect(lines[2]).toMatchObject({ leavesOn: '2026-12-21', stage: -1 });
  });
});
