import { DomainError } from '@app/kernel';

/** No such change is within the caller's sight. */
export class ChangeNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-impact.change-not-found', kind: 'not-found' });
  }
}

/** Only the agency that recorded a change confirms it. */
export class NotTheSteward extends DomainError {
  constructor() {
    super({ code: 'legal-impact.not-the-steward', kind: 'forbidden' });
  }
}

/** The person is not entitled for this field of law. */
export class NotEntitledForField extends DomainError {
  constructor() {
    super({ code: 'legal-impact.not-entitled', kind: 'forbidden' });
  }
}

/** A change this wide is confirmed by two different people. */
export class SecondPersonNeeded extends DomainError {
  constructor() {
    super({ code: 'legal-impact.second-person-needed', kind: 'conflict' });
  }
}

/** The deadline lies in the past, or farther away than anybody means. */
export class DeadlinePast extends DomainError {
  constructor() {
    super({
      code: 'legal-impact.bad-deadline',
      kind: 'invalid',
      fields: [{ field: 'deadlineOn', code: 'legal-impact.bad-deadline' }],
    });
  }
}

/** Nobody has decided how long a revision may take. */
export class NoDeadlineRule extends DomainError {
  constructor() {
    super({ code: 'legal-impact.no-deadline-rule', kind: 'conflict' });
  }
}

/** A change is withdrawn with one line that explains it. */
export class WithdrawReasonNeeded extends DomainError {
  constructor() {
    super({
      code: 'legal-impact.withdraw-reason-needed',
      kind: 'invalid',
      fields: [{ field: 'reason', code: 'legal-impact.withdraw-reason-needed' }],
    });
  }
}

/** No such Phiếu rà soát is within the caller's sight. */
export class ReviewSheetNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-impact.review-sheet-not-found', kind: 'not-found' });
  }
}

/** More time without a reason is not granted (R13). */
export class BadExtension extends DomainError {
  constructor() {
    super({
      code: 'legal-impact.extension-reason-needed',
      kind: 'invalid',
      fields: [{ field: 'reason', code: 'legal-impact.extension-reason-needed' }],
    });
  }
}

/** No such assessment is within the caller's sight. */
export class AssessmentNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-impact.assessment-not-found', kind: 'not-found' });
  }
}

/** The document belongs to another unit, and the caller speaks for none of them. */
export class NotYourAssessment extends DomainError {
  constructor() {
    super({ code: 'legal-impact.not-your-assessment', kind: 'forbidden' });
  }
}

/** "Không phải sửa" without a reason proves nothing. */
export class ReasonNeeded extends DomainError {
  constructor() {
    super({
      code: 'legal-impact.reason-needed',
      kind: 'invalid',
      fields: [{ field: 'reason', code: 'legal-impact.reason-needed' }],
    });
  }
}

/** A line of "Rà soát ban đầu" is not of this agency, or is concluded already. */
export class FirstReviewNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-impact.first-review-not-found', kind: 'not-found' });
  }
}

/** What a text does to others cannot be corrected under a change that was confirmed or undone. */
export class ChangeStands extends DomainError {
  constructor() {
    super({ code: 'legal-impact.change-stands', kind: 'conflict' });
  }
}

/** A relation names neither a text of the register nor one to be entered. */
export class RelationWithoutTarget extends DomainError {
  constructor(index: number) {
    super({
      code: 'legal-impact.relation-without-target',
      kind: 'invalid',
      fields: [{ field: `relations.${String(index)}.targetId`, code: 'required' }],
    });
  }
}
