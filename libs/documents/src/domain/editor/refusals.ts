import { DomainError } from '@app/kernel';

/** The content has no such case of steps. */
export class CaseNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.case-not-found', kind: 'not-found' });
  }
}

/** Nothing was read from the file and nothing written yet. */
export class ContentMissing extends DomainError {
  constructor() {
    super({ code: 'documents.content-missing', kind: 'not-found' });
  }
}
