import { addDays, type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type WorkingCalendar, workingCalendar } from './domain/working-days';
import { CalendarRepository } from './persistence/calendar.repository';
import { type AgencySummary, type Letterhead, OrganizationQuery } from './persistence/organization.query';

/** Agencies, units and working days as other slices may use them. */
@Injectable()
export class OrganizationFacade {
  constructor(
    private readonly organization: OrganizationQuery,
    private readonly calendar: CalendarRepository,
  ) {}

  /** An agency that exists today, or null. */
  agency(tx: ReadTransaction, id: string): Promise<AgencySummary | null> {
    return this.organization.agency(tx, id);
  }

  /** Units of the acting agency today. */
  units(tx: ReadTransaction): Promise<{ id: string; name: string }[]> {
    return this.organization.units(tx);
  }

  /** What stands at the head of the acting agency's papers. */
  async letterhead(tx: ReadTransaction): Promise<Letterhead> {
    const found = await this.organization.letterhead(tx);
    return found ?? { name: '', superiorName: null, seat: null, symbol: '', kind: '' };
  }

  /** The calendar that the acting agency works by, a year to both sides of the given days. */
  async workingCalendar(
    tx: ReadTransaction,
    from: LocalDate,
    until: LocalDate = from,
  ): Promise<WorkingCalendar> {
    return workingCalendar(
      await this.organization.calendarDays(tx, addDays(from, -366), addDays(until, 366)),
    );
  }

  /** Enters the starter calendar; the actor is the installation. Again it adds nothing. */
  seedCalendar(tx: WriteTransaction): Promise<number> {
    return this.calendar.seed(tx);
  }
}
