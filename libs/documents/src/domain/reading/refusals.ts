import { DomainError, type RefusalKind } from '@app/kernel';

function refusal(code: string, kind: RefusalKind): new () => DomainError {
  return class extends DomainError {
    constructor() {
      super({ code: `documents.${code}`, kind });
      this.name = code;
    }
  };
}

/** DI-08: the list is fixed when the version is issued. */
export class DistributionFixed extends refusal('distribution-fixed', 'conflict') {}
/** Reading is asked for only of what is or will be in force. */
export class NothingToDistribute extends refusal('nothing-to-distribute', 'conflict') {}
export class DistributionEmpty extends refusal('distribution-empty', 'invalid') {}
/** A unit or person of another agency, or of none. */
export class RecipientUnknown extends refusal('recipient-unknown', 'invalid') {}
/** The caller is not among those who are asked to read this version. */
export class NotAReader extends refusal('not-a-reader', 'forbidden') {}
/** R4: the version was replaced or ended meanwhile. */
export class ReadingEnded extends refusal('reading-ended', 'conflict') {}
/** R7: the short test comes before the confirmation. */
export class TestFirst extends refusal('test-first', 'conflict') {}
export class TestUnsound extends refusal('test-unsound', 'invalid') {}
export class NoTest extends refusal('no-test', 'not-found') {}
/** Who was told by a test cannot find it changed under them. */
export class TestTaken extends refusal('test-taken', 'conflict') {}
export class MeetingNotFound extends refusal('meeting-not-found', 'not-found') {}
export class MeetingIncomplete extends refusal('meeting-incomplete', 'invalid') {}
export class PaperCopyNotFound extends refusal('paper-copy-not-found', 'not-found') {}
export class RecallBeforeIssue extends refusal('recall-before-issue', 'invalid') {}
export class DestructionNotFound extends refusal('destruction-not-found', 'not-found') {}

/** DI-16: the document is restricted to units and roles that the caller is not of. */
export class RestrictedDocument extends DomainError {
  constructor(
    readonly documentId: string,
    readonly versionId: string,
  ) {
    super({ code: 'documents.restricted', kind: 'forbidden' });
    this.name = 'RestrictedDocument';
  }
}
