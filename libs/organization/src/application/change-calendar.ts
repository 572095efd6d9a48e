import { type Actor, type LocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { CalendarDayNotFound, type CalendarEntry, daysOf } from '../domain/calendar-change';
import { CalendarRepository } from '../persistence/calendar.repository';

/** Holidays and swapped days of the acting steward. Every agency below hears of it and moves what it has planned. */
@Injectable()
export class ChangeCalendar {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly calendar: CalendarRepository,
  ) {}

  /** @throws BadCalendarEntry */
  async set(actor: Actor, idempotency: Idempotency | null, entry: CalendarEntry): Promise<void> {
    const days = daysOf(entry);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.calendar.set(tx, days, entry);
      await this.calendar.announce(tx, entry.from, entry.until);
      const { legalBasis, ...set } = entry;
      tx.record({
        action: 'organization.calendar-set',
        subjectType: 'calendar',
        subjectId: entry.from.slice(0, 4),
        new: set,
        reason: legalBasis,
      });
    });
  }

  /** @throws CalendarDayNotFound */
  async remove(
    actor: Actor,
    idempotency: Idempotency | null,
    { day, reason }: { day: LocalDate; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const old = await this.calendar.remove(tx, day);
      if (old === null) throw new CalendarDayNotFound();
      await this.calendar.announce(tx, day, day);
      tx.record({
        action: 'organization.calendar-removed',
        subjectType: 'calendar',
        subjectId: day.slice(0, 4),
        old: { day, ...old },
        reason,
      });
    });
  }
}
