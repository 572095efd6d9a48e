import { DomainError, type RefusalKind } from '@app/kernel';

function refusal(code: string, kind: RefusalKind): new () => DomainError {
  return class extends DomainError {
    constructor() {
      super({ code: `declarations.${code}`, kind });
      this.name = code;
    }
  };
}

export class DeclarationNotFound extends refusal('not-found', 'not-found') {}
/** The edition is unknown, or the time to declare conformity with it is over. */
export class StandardNotDeclarable extends refusal('standard-not-declarable', 'invalid') {}
/** QĐ 19/2014, Điều 4 khoản 3: công bố lại says what changed. */
export class ReasonMissing extends refusal('reason-missing', 'invalid') {}
/** A valid declaration stands already, so the next one is a công bố lại. */
export class AlreadyDeclared extends refusal('already-declared', 'conflict') {}
export class NumberRepeated extends refusal('number-repeated', 'conflict') {}
export class SignedInFuture extends refusal('signed-in-future', 'invalid') {}
export class NotYetSigned extends refusal('not-signed', 'conflict') {}
export class NotPublished extends refusal('not-published', 'conflict') {}
/** What was signed is not changed; a new declaration replaces it. */
export class ContentSigned extends refusal('content-signed', 'conflict') {}
export class AlreadySigned extends refusal('already-signed', 'conflict') {}
export class AlreadyRegistered extends refusal('already-registered', 'conflict') {}
/** The PDF is made when the declaration is published. */
export class PdfNotMade extends refusal('pdf-not-made', 'not-found') {}

/** A condition that must be met is not; the first of them is named. */
export class NotReady extends DomainError {
  constructor(conditions: readonly string[]) {
    super({
      code: 'declarations.not-ready',
      kind: 'conflict',
      detail: { conditions: conditions.join(', ') },
    });
  }
}
