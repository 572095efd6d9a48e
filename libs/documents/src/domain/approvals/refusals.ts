import { DomainError } from '@app/kernel';

export class ApprovalFileNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.approval-file-not-found', kind: 'not-found' });
  }
}

/** The version does not wait for approval: nothing signed outside can count now. */
export class NotAtApproval extends DomainError {
  constructor() {
    super({ code: 'documents.not-at-approval', kind: 'conflict' });
  }
}

/** Checked and refused, still being checked, or used already. */
export class ApprovalFileClosed extends DomainError {
  constructor() {
    super({ code: 'documents.approval-file-closed', kind: 'conflict' });
  }
}

/** What the check found wrong stands in the way, by the code it was refused with. */
export class ApprovalFileRefused extends DomainError {
  constructor(code: string) {
    super({ code, kind: 'invalid' });
  }
}

/** Whoever uploaded a scan does not vouch for it (OF-03). */
export class SecondPersonNeeded extends DomainError {
  constructor() {
    super({ code: 'documents.second-person-needed', kind: 'forbidden' });
  }
}

/** The codes of the scan cannot be read: whoever compared it by eye says how (OF-03). */
export class ComparisonReasonNeeded extends DomainError {
  constructor() {
    super({ code: 'documents.comparison-reason-needed', kind: 'invalid' });
  }
}

/** A paper's signers, date and place are part of the record (OF-03). */
export class PaperFactsMissing extends DomainError {
  constructor() {
    super({ code: 'documents.paper-facts-missing', kind: 'invalid' });
  }
}

/** One PDF, or photos in JPEG or PNG; nothing else is a signed paper. */
export class ApprovalFileType extends DomainError {
  constructor() {
    super({ code: 'documents.approval-file-type', kind: 'invalid' });
  }
}

/** A rendition that carries a signature is never written anew, so that no bản trình ký is made of it. */
export class RenditionSigned extends DomainError {
  constructor() {
    super({ code: 'documents.rendition-signed', kind: 'conflict' });
  }
}

/** The certificate names another person than the one whose turn it is: it counts only with a reason. */
export class SignerNameDiffers extends DomainError {
  constructor() {
    super({ code: 'documents.signer-name-differs', kind: 'invalid' });
  }
}
