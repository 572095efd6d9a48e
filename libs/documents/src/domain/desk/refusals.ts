import { DomainError } from '@app/kernel';

export class SigningPairNotFound extends DomainError {
  constructor() {
    super({ code: 'documents.signing-pair-not-found', kind: 'not-found' });
  }
}
