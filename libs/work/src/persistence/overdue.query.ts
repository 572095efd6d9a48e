import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type WorkKind } from '../domain/work-item';

export interface OverdueFilter {
  /** A unit of the agency, 'none' = people of no unit, null = all. */
  unitId: string | null;
  kind: string | null;
  /** Words of the title or the person, without accents. */
  q: string | null;
  /** Only these; null = all. */
  ids: readonly string[] | null;
}

export interface OverdueRow {
  id: string;
  kind: WorkKind;
  title: string;
  detail: string | null;
  link: string;
  subjectType: string;
  subjectId: string;
  dueOn: LocalDate;
  daysLate: number;
  personName: string | null;
  unitId: string | null;
  unitName: string | null;
  urgedOn: LocalDate | null;
  urgedCount: number;
}

export interface WeekRow {
  id: string;
  title: string;
  personName: string | null;
  unitName: string | null;
  dueOn: LocalDate;
  daysLate: number;
}

type After = readonly [dueOn: string, id: string] | null;

const PEOPLE = `left join identity.pub_membership m
           on m.agency_id = i.agency_id and m.person_id = i.assignee_id and m.valid @> app.today()
         left join organization.pub_unit u on u.agency_id = m.agency_id and u.id = m.unit_id`;

/** What is late in the agency, whoever has it. */
@Injectable()
export class OverdueQuery {
  list(
    tx: ReadTransaction,
    { unitId, kind, q, ids }: OverdueFilter,
    { after, limit }: { after: After; limit: number },
  ): Promise<OverdueRow[]> {
    return tx.query<OverdueRow>(
      `select i.id, i.kind, i.title, i.detail, i.link, i.subject_type as "subjectType", i.subject_id as "subjectId",
              i.due_on as "dueOn", app.today() - i.due_on as "daysLate", m.person_name as "personName",
              m.unit_id as "unitId", u.name as "unitName", i.urged_on as "urgedOn", i.urged_count as "urgedCount"
         from work.item i ${PEOPLE}
        where i.agency_id = $1 and i.closed_at is null and not i.following and i.due_on < app.today()
          and ($2::uuid is null or m.unit_id = $2) and ($3::text is null or i.kind = $3)
          and ($4::text is null or app.fold(i.title || ' ' || coalesce(m.person_name, '')) like '%' || app.fold($4) || '%')
          and ($5::uuid[] is null or i.id = any ($5))
          and ($6::date is null or (i.due_on, i.id) > ($6, $7::uuid))
        order by i.due_on, i.id limit $8`,
      [tx.actor.agencyId, unitId, kind, q, ids, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** How much is late in each unit, the worst first. */
  units(
    tx: ReadTransaction,
  ): Promise<{ unitId: string | null; unitName: string | null; count: number; latest: number }[]> {
    return tx.query(
      `select m.unit_id as "unitId", u.name as "unitName", count(*)::integer as count,
              max(app.today() - i.due_on)::integer as latest
         from work.item i ${PEOPLE}
        where i.agency_id = $1 and i.closed_at is null and not i.following and i.due_on < app.today()
        group by m.unit_id, u.name order by count(*) desc, u.name collate "vi-x-icu"`,
      [tx.actor.agencyId],
    );
  }

  /** What is late or falls due until the given day, unit by unit. */
  week(
    tx: ReadTransaction,
    { unitId, until }: { unitId: string | null; until: LocalDate },
    { after, limit }: { after: After; limit: number },
  ): Promise<WeekRow[]> {
    return tx.query<WeekRow>(
      `select i.id, i.title, m.person_name as "personName", u.name as "unitName", i.due_on as "dueOn",
              app.today() - i.due_on as "daysLate"
         from work.item i ${PEOPLE}
        where i.agency_id = $1 and i.closed_at is null and not i.following and i.due_on <= $3::date
          and ($2::uuid is null or m.unit_id = $2)
          and ($4::date is null or (i.due_on, i.id) > ($4, $5::uuid))
        order by i.due_on, i.id limit $6`,
      [tx.actor.agencyId, unitId, until, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
