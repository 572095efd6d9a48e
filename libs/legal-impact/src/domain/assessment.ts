import { assertTransition, lifecycle, type LocalDate, type Role } from '@app/kernel';

import { NotYourAssessment, ReasonNeeded } from './refusals';

/** "Không phải sửa, vì…" is a signed outcome; "phải sửa" stays open until an issued version answers it (G1, OF-07). */
export const ASSESSMENT_LIFECYCLE = lifecycle({
  open: ['must-revise', 'not-needed', 'done', 'withdrawn'],
  'must-revise': ['not-needed', 'done', 'withdrawn'],
  'not-needed': [],
  done: [],
  withdrawn: [],
});
export type AssessmentState = keyof typeof ASSESSMENT_LIFECYCLE;
export type AssessmentOutcome = 'not-needed' | 'must-revise';

export interface AssessmentSnapshot {
  agencyId: string;
  id: string;
  changeId: string;
  documentId: string;
  /** The task that it is a reason of; null until the agency has given it to somebody. */
  taskId: string | null;
  owningUnitId: string | null;
  assigneeId: string | null;
  state: AssessmentState;
  deadlineOn: LocalDate;
  rowVersion: number;
  reason: string | null;
  concluded: Conclusion | null;
}

/** Who concluded, copied, because people leave and records stay. */
export interface Conclusion {
  by: string;
  byName: string;
  position: string;
  at: Date;
}

/** Who wants to conclude. */
export interface Assessor {
  agencyId: string;
  personId: string | null;
  unitId: string | null;
  roles: readonly Role[];
}

const OF_THE_AGENCY: readonly Role[] = ['secretary', 'office-lead', 'head'];
const OF_THE_UNIT: readonly Role[] = ['unit-focal', 'reviewer', 'approver', 'author'];
const SHORTEST_REASON = 10;

export class Assessment {
  #state: AssessmentSnapshot;

  private constructor(state: AssessmentSnapshot) {
    this.#state = state;
  }

  static restore(snapshot: AssessmentSnapshot): Assessment {
    return new Assessment(snapshot);
  }

  /** The owning unit concludes, or whoever was given the task; the secretary and the head for all. @throws NotYourAssessment */
  assertMayConclude(assessor: Assessor): void {
    const { agencyId, assigneeId, owningUnitId } = this.#state;
    const holds = (roles: readonly Role[]): boolean => roles.some((role) => assessor.roles.includes(role));
    const isOwn = assessor.personId !== null && assessor.personId === assigneeId;
    const isOfUnit = owningUnitId !== null && assessor.unitId === owningUnitId && holds(OF_THE_UNIT);
    if (assessor.agencyId !== agencyId || !(isOwn || isOfUnit || holds(OF_THE_AGENCY)))
      throw new NotYourAssessment();
    assertTransition('assessment', ASSESSMENT_LIFECYCLE, [this.#state.state, 'not-needed']);
  }

  /** @throws NotYourAssessment, ReasonNeeded, IllegalTransition */
  conclude(
    assessor: Assessor,
    outcome: AssessmentOutcome,
    { reason, conclusion }: { reason: string; conclusion: Conclusion },
  ): void {
    this.assertMayConclude(assessor);
    if (outcome === 'not-needed' && reason.length < SHORTEST_REASON) throw new ReasonNeeded();
    assertTransition('assessment', ASSESSMENT_LIFECYCLE, [this.#state.state, outcome]);
    this.#state = {
      ...this.#state,
      state: outcome,
      reason: reason === '' ? null : reason,
      concluded: conclusion,
    };
  }

  get snapshot(): AssessmentSnapshot {
    return this.#state;
  }
}
