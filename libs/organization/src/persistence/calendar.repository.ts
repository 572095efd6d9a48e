import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type CalendarEntry } from '../domain/calendar-change';
import { STARTER_CALENDAR, STARTER_LEGAL_BASIS } from '../domain/starter-calendar';

export interface CalendarLine {
  day: LocalDate;
  kind: 'holiday' | 'working';
  name: string;
  legalBasis: string;
  stewardName: string;
  /** Of the acting agency: it may be changed here. */
  isOwn: boolean;
  /** A nearer steward says otherwise. */
  isOverruled: boolean;
}

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

  /** What differs from the ordinary week in one year, as all stewards in sight have entered it. */
  ofYear(tx: ReadTransaction, year: number): Promise<CalendarLine[]> {
    return tx.query<CalendarLine>(
      `select d.day, d.kind, d.name, d.legal_basis as "legalBasis", a.name as "stewardName",
              d.steward_agency_id = $1 as "isOwn",
              nlevel(d.audience) < max(nlevel(d.audience)) over (partition by d.day) as "isOverruled"
         from organization.calendar_day d join organization.agency a on a.id = d.steward_agency_id
        where d.day between make_date($2, 1, 1) and make_date($2, 12, 31)
          -- Those of agencies below are theirs alone.
          and d.audience @> app.path()
        order by d.day, nlevel(d.audience) desc`,
      [tx.actor.agencyId, year],
    );
  }

  async set(
    tx: WriteTransaction,
    days: readonly LocalDate[],
    { kind, name, legalBasis }: CalendarEntry,
  ): Promise<void> {
    await tx.change(
      `insert into organization.calendar_day (steward_agency_id, audience, day, kind, name, legal_basis)
       select $1, app.path(), day, $3, $4, $5 from unnest($2::date[]) as day
       on conflict (steward_agency_id, day) do update
         set kind = excluded.kind, name = excluded.name, legal_basis = excluded.legal_basis,
             row_version = calendar_day.row_version + 1`,
      [tx.actor.agencyId, days, kind, name, legalBasis],
    );
  }

  /** What stood there, or null when this steward had entered nothing. */
  async remove(
    tx: WriteTransaction,
    day: LocalDate,
  ): Promise<{ kind: string; name: string; legalBasis: string } | null> {
    return tx.one(
      `delete from organization.calendar_day where steward_agency_id = $1 and day = $2
       returning kind, name, legal_basis as "legalBasis"`,
      [tx.actor.agencyId, day],
    );
  }

  /** Tells every agency that works by this calendar. */
  async announce(tx: WriteTransaction, from: LocalDate, until: LocalDate): Promise<void> {
    await tx.query('select organization.announce_calendar($1, $2, $3)', [
      from,
      until,
      tx.actor.correlationId,
    ]);
  }
}
