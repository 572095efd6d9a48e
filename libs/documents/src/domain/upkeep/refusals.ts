import { DomainError, type RefusalKind } from '@app/kernel';

function refusal(code: string, kind: RefusalKind): new () => DomainError {
  return class extends DomainError {
    constructor() {
      super({ code: `documents.${code}`, kind });
      this.name = code;
    }
  };
}

/** DI-15: only what is in force is reviewed. */
export class NothingToReview extends refusal('nothing-to-review', 'conflict') {}
export class ChangeRequestNotFound extends refusal('change-request-not-found', 'not-found') {}
/** Answered already. */
export class ChangeRequestClosed extends refusal('change-request-closed', 'conflict') {}
/** A request names a document, unless it asks for a new one. */
export class ChangeRequestSubject extends refusal('change-request-subject', 'invalid') {}
export class RecordTypeNotFound extends refusal('record-type-not-found', 'not-found') {}
export class RecordTypeRetired extends refusal('record-type-retired', 'conflict') {}
export class RecordNotFound extends refusal('record-not-found', 'not-found') {}
/** DI-19: a completed record takes corrections that point to what they correct, nothing else. */
export class RecordCompleted extends refusal('record-completed', 'conflict') {}
export class CorrectionTarget extends refusal('correction-target', 'invalid') {}
export class ClosedBeforeOpened extends refusal('closed-before-opened', 'invalid') {}
export class DisposalNotFound extends refusal('disposal-not-found', 'not-found') {}
/** DI-18: not past its retention, on hold, kept for ever, or on another list. */
export class RecordNotDisposable extends refusal('record-not-disposable', 'conflict') {}
export class DisposalClosed extends refusal('disposal-closed', 'conflict') {}
/** Nobody approves the disposal that they propose. */
export class OwnDisposal extends refusal('own-disposal', 'forbidden') {}
