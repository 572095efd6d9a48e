import { foldVietnamese, type LocalDate } from '@app/kernel';

import { type Duration, durationWords, type ProcedureCase, type ProcedureContent, timeOf } from '../content';
import { findDurations } from '../reader/content/durations';

/** The current quy trình nội bộ of a TTHC, as far as a document is compared with it. */
export interface CurrentProcess {
  validFrom: LocalDate | null;
  timeLimit: string | null;
  steps: readonly { name: string; responsible: string | null; time: string | null }[];
}

/** What the register says of a TTHC. */
export interface PublishedProcedure {
  timeLimit: string | null;
  process: CurrentProcess | null;
}

/** The document as it is in force. */
export interface ComparedDocument {
  effectiveOn: LocalDate | null;
  content: ProcedureContent | null;
}

export type DifferenceKind =
  'limit-longer' | 'limit-differs' | 'older' | 'step-count' | 'step-name' | 'step-responsible' | 'step-time';

export interface Difference {
  kind: DifferenceKind;
  /** Number of the step, from 1; null for the whole. */
  step: number | null;
  own: string;
  published: string;
}

const HOURS: Readonly<Record<Duration['unit'], number>> = {
  'working-day': 8,
  day: 8,
  hour: 1,
  'same-day': 8,
};
const ALIKE = 0.4;

/** Own limit against the published one (G9); steps against the quy trình nội bộ, which may be younger (TT-03). */
export function compareProcedure(
  { effectiveOn, content }: ComparedDocument,
  { timeLimit, process }: PublishedProcedure,
): Difference[] {
  const cases = content?.cases ?? [];
  return [
    ...limitDifferences(cases, timeLimit),
    ...(process === null ? [] : processDifferences(cases, effectiveOn, process)),
  ];
}

function limitDifferences(cases: readonly ProcedureCase[], published: string | null): Difference[] {
  const allowed = findDurations(published ?? '').map(({ duration }) => duration);
  if (published === null || allowed.length === 0) return [];
  const longest = Math.max(...allowed.map(hoursOf));
  return cases.flatMap(({ limit }) => {
    if (limit === null || allowed.some((each) => isSame(each, limit))) return [];
    const kind = hoursOf(limit) > longest ? 'limit-longer' : 'limit-differs';
    return [{ kind, step: null, own: durationWords(limit), published } as const];
  });
}

function processDifferences(
  cases: readonly ProcedureCase[],
  effectiveOn: LocalDate | null,
  process: CurrentProcess,
): Difference[] {
  const { validFrom, steps } = process;
  const older: Difference[] =
    effectiveOn !== null && validFrom !== null && effectiveOn < validFrom
      ? [{ kind: 'older', step: null, own: effectiveOn, published: validFrom }]
      : [];
  const nearest = cases
    .filter((each) => each.steps.length > 0)
    .map((each) => stepDifferences(each, steps))
    .sort((one, other) => one.length - other.length)[0];
  return [...older, ...(nearest ?? [])];
}

/** A procedure of several cases is compared by the one that is nearest to the published steps. */
function stepDifferences({ steps: own }: ProcedureCase, published: CurrentProcess['steps']): Difference[] {
  if (own.length !== published.length) {
    const counts = { own: String(own.length), published: String(published.length) };
    return [{ kind: 'step-count', step: null, ...counts }];
  }
  return published.flatMap((step, at) => {
    const mine = own[at];
    return mine === undefined
      ? []
      : [
          ...differs('step-name', at, [mine.name, step.name]),
          ...differs('step-responsible', at, [mine.responsible, step.responsible]),
          ...timeDiffers(at, timeOf(mine), step.time),
        ];
  });
}

function differs(
  kind: DifferenceKind,
  at: number,
  [own, published]: readonly [string | null, string | null],
): Difference[] {
  if (own === null || published === null || isAlike(own, published)) return [];
  return [{ kind, step: at + 1, own, published }];
}

function timeDiffers(at: number, own: string, published: string | null): Difference[] {
  const [mine] = findDurations(own, true);
  const [theirs] = findDurations(published ?? '', true);
  if (mine === undefined || theirs === undefined) return [];
  const isEqual = hoursOf(mine.duration) === hoursOf(theirs.duration);
  return isEqual ? [] : [{ kind: 'step-time', step: at + 1, own, published: published ?? '' }];
}

function isSame(one: Duration, other: Duration): boolean {
  return one.unit === other.unit && one.value === other.value;
}

/** Days of both kinds as eight hours: enough to say whether a step takes longer. */
function hoursOf({ value, unit }: Duration): number {
  return value * HOURS[unit];
}

function isAlike(one: string, other: string): boolean {
  const [mine, theirs] = [wordsOf(one), wordsOf(other)];
  const both = [...mine].filter((word) => theirs.has(word)).length;
  return both / Math.max(1, Math.min(mine.size, theirs.size)) >= ALIKE;
}

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    foldVietnamese(text)
      .split(/[^\p{L}\p{N}]+/u)
      .filter((word) => word !== ''),
  );
}
