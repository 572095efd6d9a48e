import { DomainError } from '@app/kernel';

/** Fields of a TTHC that cannot be what was typed; all of them at once. */
export class BadProcedure extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'administrative-procedures.bad-procedure',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'administrative-procedures.bad-field' })),
    });
  }
}

export class ProcedureNotFound extends DomainError {
  constructor() {
    super({ code: 'administrative-procedures.procedure-not-found', kind: 'not-found' });
  }
}

/** The register has this TTHC already: same name, lĩnh vực, level and code. */
export class ProcedureExists extends DomainError {
  constructor(name: string) {
    super({ code: 'administrative-procedures.procedure-exists', kind: 'conflict', detail: { name } });
  }
}

/** Another agency keeps this row; it alone changes it. */
export class NotTheKeeper extends DomainError {
  constructor() {
    super({ code: 'administrative-procedures.not-the-keeper', kind: 'forbidden' });
  }
}

/** What counts for a whole province is entered by a person entitled for it (design 4). */
export class NotEntitledForTthc extends DomainError {
  constructor() {
    super({ code: 'administrative-procedures.not-entitled', kind: 'forbidden' });
  }
}

/** A quy trình nội bộ begins after the one before it, and has steps or a time limit. */
export class BadInternalProcess extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'administrative-procedures.bad-process',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'administrative-procedures.bad-field' })),
    });
  }
}

/** Rows of an annex that cannot act as they stand; all of them at once. */
export class BadAnnouncement extends DomainError {
  constructor(fields: readonly string[]) {
    super({
      code: 'administrative-procedures.bad-announcement',
      kind: 'invalid',
      fields: fields.map((field) => ({ field, code: 'administrative-procedures.bad-field' })),
    });
  }
}

export class AnnouncementNotFound extends DomainError {
  constructor() {
    super({ code: 'administrative-procedures.announcement-not-found', kind: 'not-found' });
  }
}

/** This decision is in the register already, with its annex. */
export class AnnouncementExists extends DomainError {
  constructor(numberSymbol: string) {
    super({
      code: 'administrative-procedures.announcement-exists',
      kind: 'conflict',
      detail: { numberSymbol },
    });
  }
}

export class AnnouncementFileNotFound extends DomainError {
  constructor() {
    super({ code: 'administrative-procedures.file-not-found', kind: 'not-found' });
  }
}

/** A request that should carry a file has none. */
export class AnnouncementFileMissing extends DomainError {
  constructor() {
    super({ code: 'administrative-procedures.file-missing', kind: 'invalid' });
  }
}
