import { DomainError } from '@app/kernel';

export class ExportNotFound extends DomainError {
  constructor() {
    super({ code: 'dossiers.export-not-found', kind: 'not-found' });
  }
}

export class ExportNotReady extends DomainError {
  constructor() {
    super({ code: 'dossiers.export-not-ready', kind: 'conflict' });
  }
}

/** The archive was deleted when its days were over. */
export class ExportGone extends DomainError {
  constructor() {
    super({ code: 'dossiers.export-gone', kind: 'conflict' });
  }
}

/** An archive holds what its asker may read, so nobody else takes it away. */
export class ExportOfAnother extends DomainError {
  constructor() {
    super({ code: 'dossiers.export-of-another', kind: 'forbidden' });
  }
}

/** The link is unknown, another person's, or over. */
export class LinkOver extends DomainError {
  constructor() {
    super({ code: 'dossiers.link-over', kind: 'not-found' });
  }
}
