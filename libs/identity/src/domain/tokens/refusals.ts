import { DomainError } from '@app/kernel';

/** Fields of a key that cannot be what was asked. */
export class BadToken extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'identity.bad-token',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'identity.bad-token-field' })),
    });
  }
}

/** The key is unknown, ended or revoked, or whoever issued it has left; nobody is told which. */
export class TokenInvalid extends DomainError {
  constructor() {
    super({ code: 'identity.token-invalid', kind: 'unauthenticated' });
  }
}

/** Keys open a few listed routes and no others. */
export class TokenNotAccepted extends DomainError {
  constructor() {
    super({ code: 'identity.token-not-accepted', kind: 'forbidden' });
  }
}

/** The key has had its share of this minute. */
export class TokenTooFast extends DomainError {
  constructor() {
    super({ code: 'identity.token-too-fast', kind: 'too-many' });
  }
}

/** No such key in the caller's agency, or it is revoked already. */
export class TokenNotFound extends DomainError {
  constructor() {
    super({ code: 'identity.token-not-found', kind: 'not-found' });
  }
}
