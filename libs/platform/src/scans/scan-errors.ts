import { DomainError } from '@app/kernel';

/** The pages cannot be drawn, or not within the limits. */
export class ScanUnreadable extends DomainError {
  constructor() {
    super({ code: 'scans.unreadable', kind: 'invalid' });
  }
}
