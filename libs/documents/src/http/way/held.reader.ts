import { addDays, Clock, type LocalDate, todayIn } from '@app/kernel';
import { OrganizationFacade, type WorkingCalendar, workingDaysBetween } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { type Page, pageOf } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { openedBeyond } from '../../application/way/held-days';
import { type HeldPage, type HeldStepRow, HeldStepsQuery } from '../../persistence/way/held-steps.query';
import { type HeldStepLine } from './held.dto';

/** What is held longer than this is counted by the ordinary week alone. */
const CALENDAR_DAYS = 730;
const CHUNK = 500;

/** Who holds what for how many working days, the longest first (R18). */
@Injectable()
export class HeldReader {
  constructor(
    private readonly steps: HeldStepsQuery,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  async page(
    tx: ReadTransaction,
    { over, after, limit }: Omit<HeldPage, 'until'> & { over: number | null },
  ): Promise<Page<HeldStepLine>> {
    const { calendar, until } = await this.#days(tx, over);
    return pageOf(await this.steps.list(tx, { after, limit, until }), limit, {
      show: (row) => this.#line(row, calendar),
      key: (row) => [row.sinceKey, row.stepId],
    });
  }

  async *all(tx: ReadTransaction, over: number | null): AsyncGenerator<HeldStepLine> {
    const { calendar, until } = await this.#days(tx, over);
    let after: readonly string[] | null = null;
    for (;;) {
      const rows: HeldStepRow[] = await this.steps.list(tx, { after, limit: CHUNK, until });
      const shown = rows.slice(0, CHUNK);
      for (const row of shown) yield this.#line(row, calendar);
      const last = shown.at(-1);
      if (last === undefined || rows.length <= CHUNK) return;
      after = [last.sinceKey, last.stepId];
    }
  }

  async #days(
    tx: ReadTransaction,
    over: number | null,
  ): Promise<{ calendar: WorkingCalendar; until: LocalDate | null }> {
    const calendar = await this.organization.workingCalendar(
      tx,
      addDays(this.#today, -CALENDAR_DAYS),
      this.#today,
    );
    return { calendar, until: over === null ? null : openedBeyond(calendar, this.#today, over) };
  }

  #line({ sinceKey: _, sinceDay, ...row }: HeldStepRow, calendar: WorkingCalendar): HeldStepLine {
    const heldDays = workingDaysBetween(calendar, sinceDay, this.#today);
    return { ...row, heldDays, isLate: heldDays > row.days };
  }

  get #today(): LocalDate {
    return todayIn(this.clock.now());
  }
}
