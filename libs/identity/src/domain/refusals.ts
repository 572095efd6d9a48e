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

/** RI-13: a signature needs the second factor, which this session has not proved within the last minutes. */
export class SecondFactorNeeded extends DomainError {
  constructor() {
    super({ code: 'identity.second-factor-needed', kind: 'forbidden' });
  }
}

/** The agency asks its signers for a second factor, and this person has none yet. */
export class SecondFactorMissing extends DomainError {
  constructor() {
    super({ code: 'identity.second-factor-missing', kind: 'forbidden' });
  }
}

export class NoSecondFactor extends DomainError {
  constructor() {
    super({ code: 'identity.no-second-factor', kind: 'conflict' });
  }
}

export class SecondFactorStands extends DomainError {
  constructor() {
    super({ code: 'identity.second-factor-stands', kind: 'conflict' });
  }
}

export class SecondFactorDemanded extends DomainError {
  constructor() {
    super({ code: 'identity.second-factor-demanded', kind: 'conflict' });
  }
}

/** No code of the moment, used before, or no recovery code that is left. */
export class WrongCode extends DomainError {
  constructor() {
    super({ code: 'identity.wrong-code', kind: 'invalid' });
  }
}

/** G12: the letter by which this person signed for another has ended, or does not cover this act. */
export class DelegationEnded extends DomainError {
  constructor() {
    super({ code: 'identity.delegation-ended', kind: 'forbidden' });
  }
}

/** The same person twice, somebody from elsewhere, or an end before its beginning. */
export class DelegationInvalid extends DomainError {
  constructor() {
    super({ code: 'identity.delegation-invalid', kind: 'invalid' });
  }
}
