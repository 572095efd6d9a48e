import { DomainError } from '@app/kernel';

/** Opens only with a password, so it can neither be read nor stamped. */
export class PdfEncrypted extends DomainError {
  constructor() {
    super({ code: 'pdf.encrypted', kind: 'invalid' });
  }
}

export class PdfUnreadable extends DomainError {
  constructor(cause: unknown) {
    super({ code: 'pdf.unreadable', kind: 'invalid' });
    this.cause = cause;
  }
}
