import { DomainError } from '@app/kernel';

/** Fields of a legal text that cannot be what was typed; all of them at once. */
export class BadLegalText extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'legal-register.bad-text',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'legal-register.bad-field' })),
    });
  }
}

/** A text cannot replace, amend or guide itself. */
export class RelatedToItself extends DomainError {
  constructor() {
    super({ code: 'legal-register.related-to-itself', kind: 'invalid' });
  }
}

/** This steward has the text already: same number and symbol, issuing body and date. */
export class LegalTextExists extends DomainError {
  constructor(numberSymbol: string) {
    super({ code: 'legal-register.text-exists', kind: 'conflict', detail: { numberSymbol } });
  }
}

/** No such text is within the caller's sight. */
export class LegalTextNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-register.text-not-found', kind: 'not-found' });
  }
}

/** A relation points at a text that is not within the caller's sight. */
export class RelatedTextNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-register.related-text-not-found', kind: 'invalid' });
  }
}

/** Two texts cannot each end the other, directly or through others. */
export class CircularReplacement extends DomainError {
  constructor() {
    super({ code: 'legal-register.circular-replacement', kind: 'conflict' });
  }
}

/** Only the agency that keeps a record changes it. */
export class NotTheTextsSteward extends DomainError {
  constructor() {
    super({ code: 'legal-register.not-the-steward', kind: 'forbidden' });
  }
}

/** The two records cannot stand for one text. */
export class NotMergeable extends DomainError {
  constructor() {
    super({ code: 'legal-register.not-mergeable', kind: 'conflict' });
  }
}
