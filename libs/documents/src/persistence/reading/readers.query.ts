import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Duty } from '../../domain/reading/duty';

export interface ReaderRow {
  personId: string;
  personName: string;
  positionTitle: string;
  unitId: string | null;
  unitName: string | null;
  duty: Duty;
  state: 'open' | 'done' | 'cancelled';
  dueOn: LocalDate | null;
  newcomer: boolean;
  closeReason: string | null;
  method: 'self' | 'meeting' | null;
  acknowledgedAt: string | null;
  sortName: string;
}

export interface UnitProgress {
  unitName: string | null;
  total: number;
  self: number;
  meeting: number;
  missing: string[];
}

export interface OwnReading {
  duty: Duty;
  state: 'open' | 'done' | 'cancelled';
  dueOn: LocalDate | null;
  closeReason: string | null;
  method: 'self' | 'meeting' | null;
  wording: string | null;
  acknowledgedAt: string | null;
  hasTest: boolean;
  testPassed: boolean;
}

export interface ToReadRow {
  versionId: string;
  documentId: string;
  code: string;
  title: string;
  issue: number;
  revision: number;
  dueOn: LocalDate;
  hasTest: boolean;
  testPassed: boolean;
}

export interface ReaderFilter {
  state: string | null;
  after: readonly [name: string, id: string] | null;
  limit: number;
}

const PASSED = `exists (select from documents.test_attempt t where t.agency_id = o.agency_id
  and t.version_id = o.version_id and t.person_id = o.person_id and t.passed)`;
const HAS_TEST = `exists (select from documents.reading_test t where t.agency_id = o.agency_id
  and t.version_id = o.version_id)`;

/** Who reads what, and how far it is. */
@Injectable()
export class ReadersQuery {
  list(tx: ReadTransaction, versionId: string, { state, after, limit }: ReaderFilter): Promise<ReaderRow[]> {
    return tx.query<ReaderRow>(
      `select o.person_id as "personId", o.person_name as "personName", o.position_title as "positionTitle",
              o.unit_id as "unitId", o.unit_name as "unitName", o.duty, o.state, o.due_on as "dueOn", o.newcomer,
              o.close_reason as "closeReason", a.method, a.acknowledged_at as "acknowledgedAt",
              coalesce(o.unit_name, '') || ' ' || o.person_name as "sortName"
         from documents.reader o
         left join documents.acknowledgement a on a.agency_id = o.agency_id and a.version_id = o.version_id
           and a.person_id = o.person_id
        where o.agency_id = $1 and o.version_id = $2 and ($3::text is null or o.state = $3)
          and ($4::text is null or (coalesce(o.unit_name, '') || ' ' || o.person_name, o.person_id) > ($4, $5::uuid))
        order by "sortName", o.person_id limit $6`,
      [tx.actor.agencyId, versionId, state, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  /** "47/52 đã đọc", with the missing names, by unit (DI-09). Those who were let go are not counted. */
  progress(tx: ReadTransaction, versionId: string): Promise<UnitProgress[]> {
    return tx.query<UnitProgress>(
      `select o.unit_name as "unitName", count(*)::int as total,
              (count(*) filter (where a.method = 'self'))::int as self,
              (count(*) filter (where a.method = 'meeting'))::int as meeting,
              coalesce(jsonb_agg(o.person_name order by o.person_name) filter (where a.person_id is null), '[]') as missing
         from documents.reader o
         left join documents.acknowledgement a on a.agency_id = o.agency_id and a.version_id = o.version_id
           and a.person_id = o.person_id
        where o.agency_id = $1 and o.version_id = $2 and o.duty = 'acknowledge'
          and (o.state <> 'cancelled' or a.person_id is not null)
        group by o.unit_name order by o.unit_name nulls last`,
      [tx.actor.agencyId, versionId],
    );
  }

  own(tx: ReadTransaction, versionId: string): Promise<OwnReading | null> {
    return tx.one<OwnReading>(
      `select o.duty, o.state, o.due_on as "dueOn", o.close_reason as "closeReason", a.method, a.wording,
              a.acknowledged_at as "acknowledgedAt", ${HAS_TEST} as "hasTest", ${PASSED} as "testPassed"
         from documents.reader o
         left join documents.acknowledgement a on a.agency_id = o.agency_id and a.version_id = o.version_id
           and a.person_id = o.person_id
        where o.agency_id = $1 and o.version_id = $2 and o.person_id = $3`,
      [tx.actor.agencyId, versionId, tx.actor.personId],
    );
  }

  /** What the caller still has to read, the nearest deadline first. */
  toRead(
    tx: ReadTransaction,
    after: readonly [dueOn: string, id: string] | null,
    limit: number,
  ): Promise<ToReadRow[]> {
    return tx.query<ToReadRow>(
      `select o.version_id as "versionId", d.document_id as "documentId", v.code, v.title, v.issue, v.revision,
              o.due_on as "dueOn", ${HAS_TEST} as "hasTest", ${PASSED} as "testPassed"
         from documents.reader o
         join documents.distribution d on d.agency_id = o.agency_id and d.version_id = o.version_id
         join documents.version v on v.agency_id = d.owner_agency_id and v.id = o.version_id
        where o.agency_id = $1 and o.person_id = $2 and o.state = 'open'
          and ($3::date is null or (o.due_on, o.version_id) > ($3::date, $4::uuid))
        order by o.due_on, o.version_id limit $5`,
      [tx.actor.agencyId, tx.actor.personId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }
}
