import { DomainError } from '@app/kernel';

import { type PasswordFault } from './password-rule';

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

/** RI-12: a password that somebody else chose opens a session, but signs nothing until its owner replaced it. */
export class PasswordTemporary extends DomainError {
  constructor() {
    super({ code: 'identity.password-temporary', kind: 'forbidden' });
  }
}

/** RI-12: whoever takes an account over undertakes to keep it for themselves. */
export class UndertakingNeeded extends DomainError {
  constructor() {
    super({ code: 'identity.undertaking-needed', kind: 'invalid' });
  }
}

const PASSWORD_CODES: Readonly<Record<PasswordFault, string>> = {
  short: 'identity.password-short',
  plain: 'identity.password-plain',
  guessable: 'identity.password-guessable',
};

/** RI-13: too short, too plain, or to be guessed from what is known of the person. */
export class PasswordWeak extends DomainError {
  constructor(fault: PasswordFault) {
    super({ code: PASSWORD_CODES[fault], kind: 'invalid' });
  }
}

export class AccountNotFound extends DomainError {
  constructor() {
    super({ code: 'identity.account-not-found', kind: 'not-found' });
  }
}

/** One's own account is closed, changed and given a password by somebody else. */
export class OwnAccount extends DomainError {
  constructor() {
    super({ code: 'identity.own-account', kind: 'conflict' });
  }
}

/** The person holds a position elsewhere too: one agency alone does not set their password. */
export class AccountElsewhere extends DomainError {
  constructor() {
    super({ code: 'identity.account-elsewhere', kind: 'conflict' });
  }
}

export class AccountEnded extends DomainError {
  constructor() {
    super({ code: 'identity.account-ended', kind: 'conflict' });
  }
}

/** A role of the province or of the installation is not an agency's to give. */
export class RoleNotOurs extends DomainError {
  constructor() {
    super({ code: 'identity.role-not-ours', kind: 'invalid' });
  }
}

export class MachineNotFound extends DomainError {
  constructor() {
    super({ code: 'identity.machine-not-found', kind: 'not-found' });
  }
}

/** The browser sent no cookie of its own: it signed in before machines were told apart. */
export class MachineUnknown extends DomainError {
  constructor() {
    super({ code: 'identity.machine-unknown', kind: 'conflict' });
  }
}

/** At a shared machine the second factor is asked with the password: too many people look over a shoulder there. */
export class CodeNeeded extends DomainError {
  constructor() {
    super({ code: 'identity.code-needed', kind: 'unauthenticated' });
  }
}
