import { DomainError } from './domain-error';

export type Lifecycle<State extends string> = Readonly<Record<State, readonly State[]>>;

/** Declares a state machine whose every target is itself a declared state; the compiler checks it. */
export function lifecycle<const States extends { [State in keyof States]: readonly (keyof States)[] }>(
  states: States,
): States {
  return states;
}

/** @throws IllegalTransition (`lifecycle.illegal-transition`) when the arrow is not in the table. */
export function assertTransition<State extends string>(
  subject: string,
  states: Lifecycle<State>,
  [from, to]: readonly [State, State],
): void {
  if (!states[from].includes(to)) throw new IllegalTransition(subject, from, to);
}

/** States that no path from `start` reaches: a spec asserts that there are none. */
export function unreachableStates<State extends string>(states: Lifecycle<State>, start: State): State[] {
  const seen = new Set<State>([start]);
  const queue: State[] = [start];
  for (let state = queue.pop(); state !== undefined; state = queue.pop()) {
    for (const next of states[state]) {
      if (!seen.has(next)) {
        seen.add(next);
        queue.push(next);
      }
    }
  }
  return (Object.keys(states) as State[]).filter((state) => !seen.has(state));
}

/** The subject is not in a state that allows this act; somebody may have acted first. */
export class IllegalTransition extends DomainError {
  constructor(
    readonly subject: string,
    readonly from: string,
    readonly to: string,
  ) {
    super({ code: 'lifecycle.illegal-transition', kind: 'conflict', detail: { subject, from, to } });
  }
}
