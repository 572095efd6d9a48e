import { type ProcedureCase } from '../../content';
import { wordDuration } from '../content/durations';
import { type ReadContent } from '../content/read-content';
import { type FoundCase, type FoundStep } from '../content/step-table';
import { problem } from '../problem-catalogue';
import { type ReaderProblem } from '../proposal';
import { againstLimit } from './against-limit';

/** The step table of each case: its numbers, its times, and their sum against the limit. */
export function checkSteps({ content, cases, textLimits }: ReadContent): ReaderProblem[] {
  const numbers = cases.slice(0, 1).flatMap(stepNumbers);
  const times = cases.flatMap((found, index) => {
    const read = content.cases[index];
    return read === undefined
      ? []
      : [...stepTimes(found), ...caseLimit(found, read, textLimits[index] ?? null)];
  });
  return distinct([...numbers, ...times]);
}

/** Rows of one step share its number; the same number further down is a repetition. */
function stepNumbers({ steps }: FoundCase): ReaderProblem[] {
  const own = steps.filter((step, index) => !isSameStep(step, steps[index - 1]));
  const repeated = own.filter(({ no }, index) => own.findIndex((step) => step.no === no) < index);
  const skipped = own.filter((step, index) => (countIn(step) ?? 0) > (countIn(own[index - 1]) ?? index) + 1);
  return [
    ...repeated.map(({ no, place }) => problem('step-number-repeated', place, { text: no })),
    ...skipped.map(({ no, place }) =>
      problem('step-number-skipped', place, { text: String((countIn({ no }) ?? 0) - 1), other: no }),
    ),
  ];
}

function isSameStep(step: FoundStep, before: FoundStep | undefined): boolean {
  return step.isSubRow || (before?.no === step.no && before.name === step.name);
}

/** `3`, `B3` → 3; null for `3.1` and for none. */
function countIn(step: Pick<FoundStep, 'no'> | undefined): number | null {
  const count = /^(?:B\s*)?(\d{1,2})$/iu.exec(step?.no ?? '')?.[1];
  return count === undefined ? null : Number(count);
}

function stepTimes({ steps }: FoundCase): ReaderProblem[] {
  return steps.flatMap(({ no, timing, timeAsWritten, place }) => {
    const text = timeAsWritten ?? '';
    if (timing === 'unread') return [problem('step-time-unread', place, { text, other: no })];
    if (timing === 'range') return [problem('step-time-range', place, { text, other: no })];
    const hasTimes = steps.some((step) => step.timing === 'stated');
    return timing === 'empty' && hasTimes ? [problem('step-time-empty', place, { text: no })] : [];
  });
}

function caseLimit(
  found: FoundCase,
  read: ProcedureCase,
  text: ReadContent['textLimits'][number],
): ReaderProblem[] {
  const place = found.place ?? { where: 'Bảng các bước', page: null };
  const name = found.name === '' ? '' : ` (${found.name})`;
  const stated = found.limit;
  const differs =
    stated !== null && text !== null && !isSameTime(stated, text.duration)
      ? [
          problem('limits-differ', place, {
            text: wordDuration(stated),
            other: `${wordDuration(text.duration)}${name}`,
          }),
        ]
      : [];
  const own = found.steps.filter(({ durationFrom }) => durationFrom != null && durationFrom !== text?.from);
  const clocks =
    own.length === 0 ? [] : [problem('separate-clocks', place, { text: own.map(({ no }) => no).join(', ') })];
  if (found.steps.every(({ duration }) => duration === null)) return differs;
  if (read.limit === null) return [...differs, ...clocks, problem('limit-unknown', place, { text: name })];
  const counted = found.steps.filter((step) => !own.includes(step)).flatMap(({ duration }) => duration ?? []);
  return [...differs, ...clocks, ...againstLimit(counted, read.limit, { place, name })];
}

/** Within the day and one working day are the same promise. */
function isSameTime(one: { value: number; unit: string }, other: { value: number; unit: string }): boolean {
  const plain = ({ value, unit }: { value: number; unit: string }): string =>
    unit === 'same-day'
      ? '1 working-day'
      : unit === 'hour'
        ? `${String(value / 8)} working-day`
        : `${String(value)} ${unit}`;
  return plain(one) === plain(other);
}

function distinct(problems: readonly ReaderProblem[]): ReaderProblem[] {
  return [...new Map(problems.map((one) => [`${one.code} ${one.message} ${one.where}`, one])).values()];
}
