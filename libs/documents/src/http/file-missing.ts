import { DomainError } from '@app/kernel';

/** The request carries no file part. */
export class FileMissing extends DomainError {
  constructor() {
    super({ code: 'documents.file-missing', kind: 'invalid' });
  }
}
