import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { STARTER_CALENDAR, STARTER_LEGAL_BASIS } from '../domain/starter-calendar';

@Injectable()
export class CalendarRepository {
  /** Enters the starter calendar of the acting steward; days that it has already stay as they are. */
  async seed(tx: WriteTransaction): Promise<number> {
    const added = await tx.change(
      `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       select $1, 'vn', d.day, d.kind, d.name, $2 from jsonb_to_recordset($3::jsonb) as d(day date, kind text, name text)
       on conflict do nothing`,
      [tx.actor.agencyId, STARTER_LEGAL_BASIS, JSON.stringify(STARTER_CALENDAR)],
    );
    if (added > 0) {
      tx.record({
        action: 'organization.calendar-seeded',
        subjectType: 'calendar',
        subjectId: 'starter',
        new: { added },
      });
    }
    return added;
  }
}
