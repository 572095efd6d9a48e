import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DueReminders } from '../persistence/due-reminders';
import { EscalationsRepository } from '../persistence/rules/escalations.repository';

/** What one agency has to be told on a working day: reminders, and what is late to the next level. */
@Injectable()
export class TellDue {
  constructor(
    private readonly due: DueReminders,
    private readonly escalations: EscalationsRepository,
  ) {}

  /** @returns how many rows moved; when it is not 0 there may be more */
  async execute(tx: WriteTransaction, today: LocalDate): Promise<number> {
    await this.due.passOn(tx, today);
    const released = await this.due.release(tx, today);
    const escalated = await this.escalations.escalate(tx, today);
    for (const { subjectType, subjectId, step, level, told } of escalated)
      tx.record({
        action: 'notifications.escalated',
        subjectType,
        subjectId,
        new: { step: step + 1, level, told },
      });
    return released + escalated.length;
  }
}
