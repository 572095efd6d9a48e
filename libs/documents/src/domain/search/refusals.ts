import { DomainError } from '@app/kernel';

/** No view of this id belongs to the person. */
export class SavedViewNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.view-not-found', kind: 'not-found' });
  }
}

/** A person keeps so many views that none would be found again. */
export class TooManyViews extends DomainError {
  constructor() {
    super({ code: 'documents.too-many-views', kind: 'conflict' });
  }
}
