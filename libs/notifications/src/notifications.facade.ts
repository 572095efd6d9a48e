import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NoticesQuery } from './persistence/notices.query';
import { Notices, type NewNotice } from './persistence/notices';
import { type Cancelling, Reminders, type NewReminder } from './persistence/reminders';

/** Tells people, inside the transaction of the slice that knows; mails leave later, from rows. */
@Injectable()
export class NotificationsFacade {
  constructor(
    private readonly notices: Notices,
    private readonly reminders: Reminders,
    private readonly query: NoticesQuery,
  ) {}

  /**
   * One notice in the application per recipient, and one line of mail: at once when `urgent`, else in the person's
   * digest. With an `occasion`, a repeated call tells nobody twice.
   */
  async notify(tx: WriteTransaction, notice: NewNotice): Promise<void> {
    await this.notices.add(tx, notice);
  }

  /**
   * Plans reminders before a deadline (30, 14, 7, 3, 1, 0 days) and weekly after it. Called again with another
   * deadline it moves them; called again with the same it changes nothing.
   */
  async remind(tx: WriteTransaction, reminder: NewReminder): Promise<void> {
    await this.reminders.plan(tx, reminder);
  }

  /** Ends everything that has not left yet about a subject that is closed or superseded. */
  async cancelFor(
    tx: WriteTransaction,
    subjectType: string,
    subjectId: string,
    reason: string,
  ): Promise<void> {
    await this.reminders.cancel(tx, { subjectType, subjectId, reason });
  }

  /** As `cancelFor`, for one person: the others' reminders go on. */
  async cancelOf(tx: WriteTransaction, cancelling: Cancelling & { recipientId: string }): Promise<void> {
    await this.reminders.cancel(tx, cancelling);
  }

  async countUnread(tx: ReadTransaction): Promise<number> {
    return this.query.countUnread(tx);
  }
}
