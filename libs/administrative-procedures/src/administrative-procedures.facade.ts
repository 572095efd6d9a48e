import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type AnnouncementFields,
  Announcements,
  type RecordedAnnouncement,
} from './application/announcements';

/** TTHC and their decisions as slices below may use them. */
@Injectable()
export class AdministrativeProceduresFacade {
  constructor(private readonly announcements: Announcements) {}

  /** Enters a quyết định công bố with its annex. @throws BadAnnouncement, BadLegalText, ProcedureNotFound, AnnouncementExists */
  recordAnnouncement(tx: WriteTransaction, fields: AnnouncementFields): Promise<RecordedAnnouncement> {
    return this.announcements.record(tx, fields);
  }

  /** Lets the annex of a confirmed decision act on the register. */
  confirmAnnouncement(tx: WriteTransaction, textId: string, deadlineOn: LocalDate | null): Promise<void> {
    return this.announcements.confirm(tx, textId, deadlineOn);
  }

  /** Undoes what a decision did to the register, and ends the work that it opened. */
  withdrawAnnouncement(tx: WriteTransaction, textId: string, reason: string): Promise<void> {
    return this.announcements.withdraw(tx, textId, reason);
  }
}
