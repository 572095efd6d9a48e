import { type ProcedureCase, type ProcedureContent, type ProcedureStep } from '../content';

export const STEP_FIELDS = ['no', 'name', 'responsible', 'duration'] as const;
export type StepField = (typeof STEP_FIELDS)[number];

/** A step of the old table beside the one that took its place; null where there is none. */
export interface StepPair {
  left: ProcedureStep | null;
  right: ProcedureStep | null;
  changed: StepField[];
}

export interface CasePair {
  name: string;
  left: ProcedureCase | null;
  right: ProcedureCase | null;
  limitChanged: boolean;
  steps: StepPair[];
}

/** Steps whose names share this part of their words are the same step, said otherwise. */
const ALIKE = 0.5;
/** No real table comes near it; beyond, steps are matched by their place. */
const MOST_STEPS = 200;

/** The step tables case by case: cases by name, else by place; steps by what they say. */
export function compareCases(
  left: ProcedureContent | null,
  right: ProcedureContent | null,
  fold: (text: string) => string,
): CasePair[] {
  const rest = [...(right?.cases ?? [])];
  const pairs = (left?.cases ?? []).map((old, at): CasePair => {
    const named = rest.findIndex(({ name }) => fold(name) === fold(old.name));
    const place = named >= 0 ? named : at === 0 && rest.length === 1 ? 0 : -1;
    const [fresh = null] = place >= 0 ? rest.splice(place, 1) : [];
    return pairOf(old, fresh, fold);
  });
  return [...pairs, ...rest.map((fresh) => pairOf(null, fresh, fold))];
}

function pairOf(
  left: ProcedureCase | null,
  right: ProcedureCase | null,
  fold: (text: string) => string,
): CasePair {
  return {
    name: right?.name ?? left?.name ?? '',
    left,
    right,
    limitChanged: limitOf(left) !== limitOf(right),
    steps: pairSteps(left?.steps ?? [], right?.steps ?? [], fold),
  };
}

function limitOf(held: ProcedureCase | null): string {
  return held === null ? '' : JSON.stringify([held.limit, held.limitFrom]);
}

function pairSteps(
  left: readonly ProcedureStep[],
  right: readonly ProcedureStep[],
  fold: (text: string) => string,
): StepPair[] {
  const olds = left.map(({ name }) => new Set(fold(name).split(/\s+/)));
  const news = right.map(({ name }) => new Set(fold(name).split(/\s+/)));
  const alike = (i: number, j: number): number =>
    left.length > MOST_STEPS || right.length > MOST_STEPS
      ? Number(i === j)
      : likeness(olds[i] ?? new Set(), news[j] ?? new Set());
  const best = table(left.length, right.length, alike);
  const pairs: StepPair[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const like = i < left.length && j < right.length ? alike(i, j) : 0;
    if (like >= ALIKE && best(i, j) === best(i + 1, j + 1) + like)
      pairs.push(stepPair(left[i++], right[j++]));
    else if (j >= right.length || (i < left.length && best(i + 1, j) >= best(i, j + 1)))
      pairs.push(stepPair(left[i++], undefined));
    else pairs.push(stepPair(undefined, right[j++]));
  }
  return pairs;
}

/** The highest sum of likenesses from (i, j) on. */
function table(
  height: number,
  width: number,
  alike: (i: number, j: number) => number,
): (i: number, j: number) => number {
  const cells = new Float64Array((height + 1) * (width + 1));
  const at = (i: number, j: number): number => cells[i * (width + 1) + j] ?? 0;
  for (let i = height - 1; i >= 0; i -= 1)
    for (let j = width - 1; j >= 0; j -= 1) {
      const like = alike(i, j);
      const taken = like >= ALIKE ? at(i + 1, j + 1) + like : 0;
      cells[i * (width + 1) + j] = Math.max(taken, at(i + 1, j), at(i, j + 1));
    }
  return at;
}

/** Dice's share of common words. */
function likeness(left: ReadonlySet<string>, right: ReadonlySet<string>): number {
  let common = 0;
  for (const word of left) if (right.has(word)) common += 1;
  return (2 * common) / (left.size + right.size || 1);
}

function stepPair(left: ProcedureStep | undefined, right: ProcedureStep | undefined): StepPair {
  const changed =
    left === undefined || right === undefined
      ? []
      : STEP_FIELDS.filter((field) => JSON.stringify(left[field]) !== JSON.stringify(right[field]));
  return { left: left ?? null, right: right ?? null, changed };
}
