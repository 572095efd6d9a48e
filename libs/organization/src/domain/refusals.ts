import { DomainError } from '@app/kernel';

/** The uploaded list is no CSV text in UTF-8, is too large, or has no heading that we know. */
export class UnreadableUnitList extends DomainError {
  constructor(code: 'not-text' | 'no-heading' | 'not-csv' | 'empty' | 'too-many-lines') {
    super({ code: `organization.list-${code}`, kind: 'invalid' });
  }
}

/** The title or the date of the list is missing or is no date. */
export class BadUnitList extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'organization.bad-list',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'invalid' })),
    });
  }
}

/** No such list or entry is within the caller's sight. */
export class UnitListNotFound extends DomainError {
  constructor() {
    super({ code: 'organization.list-not-found', kind: 'not-found' });
  }
}

/** The agency that an old unit is pointed at does not exist today. */
export class AgencyNotFound extends DomainError {
  constructor() {
    super({ code: 'organization.agency-not-found', kind: 'invalid' });
  }
}

/** A merger names agencies that exist until that day, each once, and the successor is none of them. */
export class SuccessionImpossible extends DomainError {
  constructor() {
    super({ code: 'organization.succession-impossible', kind: 'invalid' });
  }
}

/** The province records over its own agencies, the installation over all. */
export class NotOverTheseAgencies extends DomainError {
  constructor() {
    super({ code: 'organization.not-over-agencies', kind: 'forbidden' });
  }
}

/** No such delegation of this agency, or it has ended already. */
export class DelegationNotFound extends DomainError {
  constructor() {
    super({ code: 'organization.delegation-not-found', kind: 'not-found' });
  }
}
