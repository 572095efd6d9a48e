import { DomainError, type RefusalKind } from '@app/kernel';

export function refusal(code: string, kind: RefusalKind): new () => DomainError {
  return class extends DomainError {
    constructor() {
      super({ code: `documents.${code}`, kind });
      this.name = code;
    }
  };
}

/** R3: approval is a second person's act, without exception. */
export class SelfApproval extends refusal('self-approval', 'forbidden') {}
/** What the person signed is not what the version holds now. */
export class SignedOtherContent extends refusal('signed-other-content', 'conflict') {}
/** Nobody signs what cannot be read: the PDF is made first (R1). */
export class RenditionNotReady extends refusal('rendition-not-ready', 'conflict') {}
/** The step waits for somebody else. */
export class NotTheirTurn extends refusal('not-their-turn', 'forbidden') {}
/** Only the drafter, the uploader or the ISO secretary work on a draft. */
export class NotTheirDraft extends refusal('not-their-draft', 'forbidden') {}
export class VersionNotFound extends refusal('version-not-found', 'not-found') {}
export class DocumentNotFound extends refusal('document-not-found', 'not-found') {}
/** TT-01: a document or a TTHC of a list of links is not within sight, or they are not linked. */
export class LinkTargetNotFound extends refusal('link-target-not-found', 'not-found') {}
/** The coverage of an agency is told to its province alone. */
export class CoverageNotFound extends refusal('coverage-not-found', 'not-found') {}
export class LinkNotFound extends refusal('link-not-found', 'not-found') {}
export class UploadNotFound extends refusal('upload-not-found', 'not-found') {}
export class DecisionNotFound extends refusal('decision-not-found', 'not-found') {}
/** The upload is still being read, was refused, or belongs to a version already. */
export class UploadNotUsable extends refusal('upload-not-usable', 'conflict') {}
/** DI-01: a code is unique in its agency and series. */
export class CodeTaken extends refusal('code-taken', 'conflict') {}
/** DI-05: one draft of a document at a time. */
export class DraftExists extends refusal('draft-exists', 'conflict') {}
/** DI-06: from the second version on a change note and a class are compulsory. */
export class ChangeNoteMissing extends refusal('change-note-missing', 'invalid') {}
export class PersonNotInAgency extends refusal('person-not-in-agency', 'invalid') {}
export class PersonLacksRole extends refusal('person-lacks-role', 'invalid') {}
export class UnitNotInAgency extends refusal('unit-not-in-agency', 'invalid') {}
export class DecisionEmpty extends refusal('decision-empty', 'invalid') {}
/** A version on the list is not approved, or stands in another open decision. */
export class VersionNotApproved extends refusal('version-not-approved', 'conflict') {}
/** OF-01: a decision entered after its effective date says why. */
export class LateReasonMissing extends refusal('late-reason-missing', 'invalid') {}
/** OF-02: the product never makes a number; a repetition is warned of and must be accepted. */
export class DecisionNumberRepeated extends refusal('decision-number-repeated', 'conflict') {}
export class EffectiveBeforeSigning extends refusal('effective-before-signing', 'invalid') {}
export class SignedInFuture extends refusal('signed-in-future', 'invalid') {}
/** The decision would take effect before, or on, the first day of a version that it ends; the day is named. */
export class EffectiveOverlap extends DomainError {
  constructor(detail: { code: string; date: string }) {
    super({ code: 'documents.effective-overlap', kind: 'conflict', detail });
  }
}
/** OF-02: the office's form check comes before signing where the agency asks for it. */
export class FormCheckMissing extends refusal('form-check-missing', 'conflict') {}
/** The office gave the draft back: it is mended first. */
export class DecisionReturned extends refusal('decision-returned', 'conflict') {}
/** Nothing is given back without saying why. */
export class ReturnReasonMissing extends refusal('return-reason-missing', 'invalid') {}
/** A decision replaces an older one that is in force, never itself. */
export class ReplacedNotRegistered extends refusal('replaced-not-registered', 'invalid') {}
/** What follows a document is another document of the agency. */
export class SuccessorUnknown extends refusal('successor-unknown', 'invalid') {}
export class ScanNotFound extends refusal('scan-not-found', 'not-found') {}
export class DecisionClosed extends refusal('decision-closed', 'conflict') {}
/** Only what is or was in force has controlled copies. */
export class NothingToCopy extends refusal('nothing-to-copy', 'conflict') {}
/** OF-04: the batch or one of its rows is not of this agency. */
export class ImportNotFound extends refusal('import-not-found', 'not-found') {}
/** A row lacks a field, bears a taken code or is not read yet; nothing of the choice is taken in. */
export class ImportItemsNotReady extends refusal('import-items-not-ready', 'conflict') {}
/** The row was taken in already, or left out. */
export class ImportItemClosed extends refusal('import-item-closed', 'conflict') {}
/** A batch holds at most as many files as one screen can answer for. */
export class ImportFull extends refusal('import-full', 'conflict') {}
/** R17: the earlier version's document is none of this agency, or is itself an earlier version. */
export class EarlierVersionUnknown extends refusal('earlier-version-unknown', 'invalid') {}
export class EarlierDatesWrong extends refusal('earlier-dates-wrong', 'invalid') {}
export class PrintNotFound extends refusal('print-not-found', 'not-found') {}
/** DI-06: from the second version on reason, place and legal basis of the change are compulsory. */
export class ChangeReasonMissing extends refusal('change-reason-missing', 'invalid') {}
/** R7: the class is confirmed while a further version is reviewed, or waits to be issued. */
export class ClassNotConfirmable extends refusal('class-not-confirmable', 'conflict') {}
/** Another class than the drafter's is a judgement: it says why. */
export class ClassReasonMissing extends refusal('class-reason-missing', 'invalid') {}
export class PatternNotFound extends refusal('pattern-not-found', 'not-found') {}
/** A pattern says where the number stands, once: {n}, {nn} or {nnn}. */
export class PatternWithoutNumber extends refusal('pattern-without-number', 'invalid') {}
export class ChangeSetNotFound extends refusal('change-set-not-found', 'not-found') {}
/** OF-05: the person on the cover has not confirmed what somebody entered for them. */
export class DraftingNotConfirmed extends refusal('drafting-not-confirmed', 'conflict') {}
export class DraftingConfirmed extends refusal('drafting-confirmed', 'conflict') {}
export class NotTheDrafter extends refusal('not-the-drafter', 'forbidden') {}
/** A compulsory stage has nobody, too few, or the same person twice. */
export class WayIncomplete extends refusal('way-incomplete', 'invalid') {}
export class RouteNotFound extends refusal('route-not-found', 'not-found') {}
/** A route needs a review, and one approval as its last stage (DI-03). */
export class RouteInvalid extends refusal('route-invalid', 'invalid') {}
/** Somebody has signed or checked in this round: only a return brings it back. */
export class AlreadySigned extends refusal('already-signed', 'conflict') {}
export class StepNotOpen extends refusal('step-not-open', 'conflict') {}
export class CommentNotFound extends refusal('comment-not-found', 'not-found') {}
