import { type Duration, type DurationUnit } from '../../content';
import { wordDuration } from '../content/durations';
import { type Place } from '../content/flow';
import { problem } from '../problem-catalogue';
import { type ReaderProblem } from '../proposal';

/** A working day is eight hours (the printed note of the model frame). */
const HOURS = 8;

interface Sum {
  /** Working days: stated so, in hours, or as "trong ngày". */
  readonly working: number;
  /** Days of the calendar, or plain "ngày". */
  readonly days: number;
}

/**
 * The steps' sum against the limit. One unit, hours and working days compare exactly. Plain days beside working days
 * are compared as numbers and by the calendar (a week has five working days): where both agree the difference of units
 * is told, where they do not, a person must look.
 */
export function againstLimit(
  steps: readonly Duration[],
  limit: Duration,
  { place, name }: { place: Place; name: string },
): ReaderProblem[] {
  if (steps.length === 0) return [];
  const sum = sumOf(steps);
  const text = `${wordSum(sum)}${name}`;
  const detail = { text, other: wordDuration(limit) };
  const units = new Set([...steps.map(({ unit }) => measureOf(unit)), measureOf(limit.unit)]);
  const isOver = sum.working + sum.days > valueOf(limit) + ROUNDING;
  if (units.size === 1 || isWithinDay(limit))
    return isOver ? [problem('steps-exceed-limit', place, detail)] : [];
  const fault = byCalendar(sum, limit);
  const isTold = fault === 'units-mixed' && isOver;
  return [problem(isTold ? 'steps-may-exceed-limit' : fault, place, detail)];
}

const ROUNDING = 1e-6;

function byCalendar(
  sum: Sum,
  limit: Duration,
): 'steps-exceed-limit' | 'steps-may-exceed-limit' | 'units-mixed' {
  const [shortest, longest] = elapsedBounds(sum);
  const [, most] =
    limit.unit === 'day' ? [limit.value, limit.value] : elapsedBounds({ working: valueOf(limit), days: 0 });
  if (shortest > most + ROUNDING) return 'steps-exceed-limit';
  return longest > most + ROUNDING ? 'steps-may-exceed-limit' : 'units-mixed';
}

function sumOf(steps: readonly Duration[]): Sum {
  return {
    working: steps.reduce((sum, step) => sum + (step.unit === 'day' ? 0 : valueOf(step)), 0),
    days: steps.reduce((sum, step) => sum + (step.unit === 'day' ? step.value : 0), 0),
  };
}

function valueOf({ value, unit }: Duration): number {
  return unit === 'hour' ? value / HOURS : value;
}

function measureOf(unit: DurationUnit): 'working' | 'days' {
  return unit === 'day' ? 'days' : 'working';
}

/** A limit of one day leaves no room for a weekend: a day is a working day. */
function isWithinDay(limit: Duration): boolean {
  return limit.unit === 'same-day' || valueOf(limit) <= 1;
}

/** Days of the calendar that a time takes at least (begun on a Monday) and at most (begun before a weekend), holidays apart. */
function elapsedBounds({ working, days }: Sum): [number, number] {
  const weekends = (count: number): number => 2 * count;
  if (working === 0) return [days, days];
  return [
    days + working + weekends(Math.max(0, Math.ceil(working / 5) - 1)),
    days + working + weekends(Math.ceil(working / 5)),
  ];
}

function wordSum({ working, days }: Sum): string {
  const parts: Duration[] = [
    { value: rounded(working), unit: 'working-day' },
    { value: rounded(days), unit: 'day' },
  ];
  return parts
    .filter(({ value }) => value > 0)
    .map(wordDuration)
    .join(' và ');
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
