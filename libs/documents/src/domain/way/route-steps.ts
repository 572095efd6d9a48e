import { WayIncomplete } from '../refusals';
import { type StepKind } from './route-stage';

export type StepState = 'waiting' | 'current' | 'done' | 'returned' | 'cancelled';

/** One station of the way, copied into the version when it is sent (RI-18). */
export interface RouteStep {
  id: string;
  round: number;
  stepNo: number;
  /** Steps of one stage stand side by side. */
  stage: number;
  stageName: string;
  kind: StepKind;
  inSequence: boolean;
  /** How many of the stage must agree. */
  quorum: number;
  /** Working days, frozen when the version was sent. */
  days: number;
  assigneeId: string;
  assigneeName: string;
  state: StepState;
  since: Date | null;
  decidedAt: Date | null;
  /** Who decided, when it was not the assignee but a delegate. */
  takenById: string | null;
  takenByName: string | null;
  comment: string | null;
}

export interface Assignee {
  stepId: string;
  personId: string;
  name: string;
}

/** A stage with the people who were chosen for it. */
export interface StagedPeople {
  kind: StepKind;
  name: string;
  inSequence: boolean;
  quorum: number | null;
  days: number;
  people: readonly Assignee[];
}

export interface StepOutcome {
  at: Date;
  comment: string | null;
  /** Set when a delegate acts for the assignee. */
  taker: { personId: string; name: string } | null;
}

/** The steps of a new round; the first stage is open. @throws WayIncomplete */
export function layOut(
  stages: readonly StagedPeople[],
  { round, at }: { round: number; at: Date },
): RouteStep[] {
  const steps: RouteStep[] = [];
  stages.forEach(({ people, kind, name, inSequence, days, ...stage }, index) => {
    const quorum = stage.quorum ?? people.length;
    const isTwice = new Set(people.map(({ personId }) => personId)).size !== people.length;
    if (people.length === 0 || quorum > people.length || isTwice) throw new WayIncomplete();
    for (const { stepId, personId, name: assigneeName } of people) {
      steps.push({
        id: stepId,
        round,
        stepNo: steps.length + 1,
        stage: index + 1,
        stageName: name,
        kind,
        inSequence,
        quorum,
        days,
        assigneeId: personId,
        assigneeName,
        state: 'waiting',
        since: null,
        decidedAt: null,
        takenById: null,
        takenByName: null,
        comment: null,
      });
    }
  });
  return opened(steps, { round, at });
}

/** Ends a step; when its stage has its quorum, the rest of it is asked no more and the next stage opens. */
export function completed(
  steps: readonly RouteStep[],
  done: RouteStep,
  { at, comment, taker }: StepOutcome,
): RouteStep[] {
  const ended = replaced(steps, done.id, {
    state: 'done',
    decidedAt: at,
    comment,
    takenById: taker?.personId ?? null,
    takenByName: taker?.name ?? null,
  });
  const agreed = ended.filter((step) => isBeside(step, done) && step.state === 'done').length;
  if (agreed < done.quorum) return opened(ended, { round: done.round, at });
  const settled = ended.map((step): RouteStep =>
    isBeside(step, done) && isOpen(step) ? { ...step, state: 'cancelled', decidedAt: at } : step,
  );
  return opened(settled, { round: done.round, at });
}

/** The step is given back with its reason; nobody else of the round is asked any more. */
export function givenBack(
  steps: readonly RouteStep[],
  back: RouteStep,
  { at, comment, taker }: StepOutcome,
): RouteStep[] {
  return called(
    replaced(steps, back.id, {
      state: 'returned',
      decidedAt: at,
      comment,
      takenById: taker?.personId ?? null,
      takenByName: taker?.name ?? null,
    }),
    { round: back.round, at },
  );
}

/** Ends all that is open in a round. */
export function called(steps: readonly RouteStep[], { round, at }: { round: number; at: Date }): RouteStep[] {
  return steps.map((step) =>
    step.round === round && isOpen(step) ? { ...step, state: 'cancelled', decidedAt: at } : step,
  );
}

/** Another person stands in the same place of the way; the old step stays in the record with the reason (R18). */
export function handedOver(
  steps: readonly RouteStep[],
  from: RouteStep,
  { to, reason, at }: { to: Assignee; reason: string; at: Date },
): RouteStep[] {
  if (steps.some((step) => isBeside(step, from) && isOpen(step) && step.assigneeId === to.personId))
    throw new WayIncomplete();
  const taken: RouteStep = {
    ...from,
    id: to.stepId,
    assigneeId: to.personId,
    assigneeName: to.name,
    since: from.state === 'current' ? at : null,
  };
  const left: RouteStep = { ...from, state: 'cancelled', decidedAt: at, comment: reason };
  return steps.flatMap((step) => (step.id === from.id ? [left, taken] : [step]));
}

export function isOpen({ state }: RouteStep): boolean {
  return state === 'current' || state === 'waiting';
}

function isBeside(step: RouteStep, other: RouteStep): boolean {
  return step.round === other.round && step.stage === other.stage;
}

/** Opens what comes next: the whole stage, or its next person where they follow one another. */
function opened(steps: readonly RouteStep[], { round, at }: { round: number; at: Date }): RouteStep[] {
  const open = steps.filter((step) => step.round === round && isOpen(step)).sort(inOrder);
  const [next] = open;
  if (next === undefined) return [...steps];
  const stage = open.filter((step) => isBeside(step, next));
  if (next.inSequence && stage.some(({ state }) => state === 'current')) return [...steps];
  const ids = new Set((next.inSequence ? [next] : stage).map(({ id }) => id));
  return steps.map((step) =>
    ids.has(step.id) && step.state === 'waiting' ? { ...step, state: 'current', since: at } : step,
  );
}

/** As they follow one another. */
export function inOrder(left: RouteStep, right: RouteStep): number {
  return left.round - right.round || left.stage - right.stage || left.stepNo - right.stepNo;
}

function replaced(steps: readonly RouteStep[], id: string, changes: Partial<RouteStep>): RouteStep[] {
  return steps.map((step) => (step.id === id ? { ...step, ...changes } : step));
}
