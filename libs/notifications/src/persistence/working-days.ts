import { isoWeekday, type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { isWorkingDay } from '../domain/reminder-plan';

/** The calendar as the agency of the transaction sees it; the nearest steward's word counts. */
@Injectable()
export class WorkingDays {
  async isOne(tx: ReadTransaction, day: LocalDate): Promise<boolean> {
    const row = await tx.one<{ kind: 'holiday' | 'working' }>(
      `select kind from organization.pub_calendar_day where day = $1 order by public.nlevel(audience) desc limit 1`,
      [day],
    );
    return isWorkingDay(isoWeekday(day), row?.kind ?? null);
  }
}
