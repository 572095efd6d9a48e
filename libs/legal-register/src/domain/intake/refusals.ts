import { DomainError } from '@app/kernel';

/** No such text waits in the caller's agency. */
export class IntakeNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-register.intake-not-found', kind: 'not-found' });
  }
}

/** Somebody has recorded or dismissed it already. */
export class IntakeClosed extends DomainError {
  constructor() {
    super({ code: 'legal-register.intake-closed', kind: 'conflict' });
  }
}

/** The request carries no file part. */
export class IntakeFileMissing extends DomainError {
  constructor() {
    super({ code: 'legal-register.file-missing', kind: 'invalid' });
  }
}

/** Fields of a source that cannot be what was typed. */
export class BadSource extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'legal-register.bad-source',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'legal-register.bad-field' })),
    });
  }
}

/** No such source in the caller's agency. */
export class SourceNotFound extends DomainError {
  constructor() {
    super({ code: 'legal-register.source-not-found', kind: 'not-found' });
  }
}

/** What a source gave is no feed, or the operator has opened no folder. */
export class SourceUnreadable extends DomainError {
  constructor(
    code: 'not-a-feed' | 'too-many-items' | 'no-folder' | 'answer',
    detail: Record<string, number> = {},
  ) {
    super({ code: `legal-register.source-${code}`, kind: 'invalid', detail });
  }
}

/** Nothing of a list can be read; single lines are refused one by one. */
export class ImportUnreadable extends DomainError {
  constructor(code: 'too-large' | 'no-heading' | 'too-many-lines' | 'type' | 'not-csv' | 'not-json') {
    super({ code: `legal-register.import-${code}`, kind: 'invalid' });
  }
}
