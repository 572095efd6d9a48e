import { assertTransition, lifecycle, type LocalDate } from '@app/kernel';

import {
  DecisionClosed,
  DecisionEmpty,
  DecisionReturned,
  EffectiveBeforeSigning,
  FormCheckMissing,
  LateReasonMissing,
  ReturnReasonMissing,
  SignedInFuture,
} from './refusals';

export const DECISION_LIFECYCLE = lifecycle({
  draft: ['registered'],
  registered: [],
});
export type DecisionState = keyof typeof DECISION_LIFECYCLE;

/** Kiểm tra thể thức by the head of the office, before signing (OF-02). */
export const FORM_LIFECYCLE = lifecycle({
  waiting: ['passed', 'returned'],
  passed: ['waiting', 'returned'],
  returned: ['waiting'],
});
export type FormState = keyof typeof FORM_LIFECYCLE;

/** Whether văn thư may register a decision whose form nobody has checked: data of the agency. */
export const FORM_CHECKS = ['optional', 'required'] as const;
export type FormCheck = (typeof FORM_CHECKS)[number];

export interface DecisionSnapshot {
  id: string;
  state: DecisionState;
  formState: FormState;
  formCheck: FormCheck;
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

  /** @throws DecisionClosed, DecisionEmpty, DecisionReturned, FormCheckMissing */
  assertRegistrable(): void {
    this.#assertWhole();
    if (this.#state.formState === 'returned') throw new DecisionReturned();
    if (this.#state.formCheck === 'required' && this.#state.formState !== 'passed')
      throw new FormCheckMissing();
  }

  /** @throws DecisionClosed, DecisionEmpty, DecisionReturned */
  assertCheckable(): void {
    this.#assertWhole();
    if (this.#state.formState === 'returned') throw new DecisionReturned();
  }

  /** Thể thức đạt, or back to the secretary with the reason. @throws ReturnReasonMissing, DecisionReturned */
  checkForm(verdict: 'passed' | 'returned', note: string | null): void {
    this.assertCheckable();
    if (verdict === 'returned' && note === null) throw new ReturnReasonMissing();
    if (this.#state.formState === verdict) return;
    assertTransition('form check', FORM_LIFECYCLE, [this.#state.formState, verdict]);
    this.#state = { ...this.#state, formState: verdict };
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

  #assertWhole(): void {
    this.assertEditable();
    if (this.#state.lines === 0) throw new DecisionEmpty();
  }
}
