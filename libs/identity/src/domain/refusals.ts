import { DomainError } from '@app/kernel';

export class WrongCredentials extends DomainError {
  constructor() {
    super({ code: 'identity.wrong-credentials', kind: 'unauthenticated' });
  }
}

export class CredentialLocked extends DomainError {
  constructor() {
    super({ code: 'identity.locked', kind: 'too-many' });
  }
}

export class NoAgency extends DomainError {
  constructor() {
    super({ code: 'identity.no-agency', kind: 'forbidden' });
  }
}

export class NotAMember extends DomainError {
  constructor() {
    super({ code: 'identity.not-a-member', kind: 'forbidden' });
  }
}

/** The caller lacks the permission of this act in the agency they work for. */
export class NotEntitled extends DomainError {
  constructor() {
    super({ code: 'identity.forbidden', kind: 'forbidden' });
  }
}

/** The password typed again for a signature is not the person's. */
export class WrongPassword extends DomainError {
  constructor() {
    super({ code: 'identity.wrong-password', kind: 'invalid' });
  }
}

export class TooManyAtOnce extends DomainError {
  constructor() {
    super({ code: 'identity.busy', kind: 'too-many' });
  }
}

/** A signature is an act of a person; the worker has none. */
export class NotSignedInPerson extends DomainError {
  constructor() {
    super({ code: 'identity.not-signed-in', kind: 'unauthenticated' });
  }
}
