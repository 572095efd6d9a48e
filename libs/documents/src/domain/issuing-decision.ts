import { assertTransition, lifecycle, type LocalDate } from '@app/kernel';

import {
  DecisionClosed,
  DecisionEmpty,
  EffectiveBeforeSigning,
  LateReasonMissing,
  SignedInFuture,
} from './refusals';

export const DECISION_LIFECYCLE = lifecycle({
  draft: ['registered'],
  registered: [],
});
export type DecisionState = keyof typeof DECISION_LIFECYCLE;

export interface DecisionSnapshot {
  id: string;
  state: DecisionState;
  /** Null: in force from the day of signing. */
  effectiveFrom: LocalDate | null;
  number: string | null;
  signedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  lateReason: string | null;
  lines: number;
}

export interface Registration {
  number: string;
  signedOn: LocalDate;
  effectiveOn: LocalDate | null;
  lateReason: string | null;
  today: LocalDate;
}

/** Quyết định ban hành tài liệu: the act by which versions come into force (OF-01). */
export class IssuingDecision {
  #state: DecisionSnapshot;

  private constructor(state: DecisionSnapshot) {
    this.#state = state;
  }

  static restore(snapshot: DecisionSnapshot): IssuingDecision {
    return new IssuingDecision(snapshot);
  }

  get snapshot(): DecisionSnapshot {
    return this.#state;
  }

  /** @throws DecisionClosed */
  assertEditable(): void {
    if (this.#state.state !== 'draft') throw new DecisionClosed();
  }

  /** @throws DecisionClosed, DecisionEmpty */
  assertRegistrable(): void {
    this.assertEditable();
    if (this.#state.lines === 0) throw new DecisionEmpty();
  }

  /**
   * Văn thư enters number and date from the signed paper. Entered late, it counts from its own date and says why.
   * @returns the first day in force of everything on its list
   */
  register({ number, signedOn, effectiveOn, lateReason, today }: Registration): LocalDate {
    this.assertRegistrable();
    const first = effectiveOn ?? this.#state.effectiveFrom ?? signedOn;
    if (first < signedOn) throw new EffectiveBeforeSigning();
    if (signedOn > today) throw new SignedInFuture();
    if (first < today && lateReason === null) throw new LateReasonMissing();
    assertTransition('issuing decision', DECISION_LIFECYCLE, [this.#state.state, 'registered']);
    this.#state = { ...this.#state, state: 'registered', number, signedOn, effectiveOn: first, lateReason };
    return first;
  }
}
