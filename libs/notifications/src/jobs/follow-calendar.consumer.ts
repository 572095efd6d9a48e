import { formatVi, type LocalDate } from '@app/kernel';
import { isWorkingDay, nextWorkingDay, OrganizationFacade } from '@app/organization';
import { type WriteTransaction } from '@app/platform/database';
import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { Notices } from '../persistence/notices';
import { MovedRemindersRepository, type PlannedOn } from '../persistence/rules/moved-reminders.repository';

/**
 * A holiday is announced, or taken back: reminders leave by the calendar of the day on which they leave, so nothing is
 * written anew; those who would have been reminded on such a day are told when they will be.
 */
@Consumes('notifications.follow-calendar')
@Injectable()
export class FollowCalendarConsumer extends Consumer<'organization.calendar-changed.v1'> {
  constructor(
    private readonly organization: OrganizationFacade,
    private readonly reminders: MovedRemindersRepository,
    private readonly notices: Notices,
  ) {
    super();
  }

  override async consume(delivery: Delivery<'organization.calendar-changed.v1'>): Promise<void> {
    const { from, until } = delivery.envelope.payload as { from: LocalDate; until: LocalDate };
    await delivery.once(async (tx) => {
      const calendar = await this.organization.workingCalendar(tx, from, until);
      const moved = (await this.reminders.plannedBetween(tx, from, until)).filter(
        ({ remindOn }) => !isWorkingDay(calendar, remindOn),
      );
      for (const planned of moved) await this.#tell(tx, planned, nextWorkingDay(calendar, planned.remindOn));
      if (moved.length > 0)
        tx.record({
          action: 'notifications.reminders-moved',
          subjectType: 'calendar',
          subjectId: from.slice(0, 4),
          new: { from, until, reminders: moved.reduce((sum, { count }) => sum + count, 0) },
        });
    });
  }

  async #tell(
    tx: WriteTransaction,
    { recipientId, remindOn, count }: PlannedOn,
    leavesOn: LocalDate,
  ): Promise<void> {
    await this.notices.add(tx, {
      recipients: [recipientId],
      kind: 'notifications.reminders-moved',
      subjectType: 'person',
      subjectId: recipientId,
      occasion: `${remindOn} → ${leavesOn}`,
      title: `${formatVi(remindOn)} là ngày nghỉ: ${String(count)} nhắc việc chuyển sang ${formatVi(leavesOn)}`,
      link: '/work',
      mail: false,
    });
  }
}
