import { type LocalDate, uuidV7 } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export const TRACES = [
  'download',
  'print',
  'controlled',
  'master',
  'own-viewer',
  'restricted-view',
  'denied',
] as const;
export type Trace = (typeof TRACES)[number];

export interface TraceRow {
  id: string;
  versionId: string;
  documentId: string | null;
  code: string;
  title: string;
  issue: number;
  revision: number;
  personName: string;
  action: Trace;
  copyNumber: number | null;
  sha256: string | null;
  at: string;
}

export interface TraceFilter {
  versionId: string | null;
  documentId: string | null;
  personId: string | null;
  action: Trace | null;
  /** Days in Vietnam, both included. */
  from: LocalDate | null;
  to: LocalDate | null;
  after: readonly [at: string, id: string] | null;
  limit: number;
}

export interface NewTrace {
  versionId: string;
  action: Exclude<Trace, 'download' | 'print' | 'controlled'>;
  at: Date;
}

/** Every copy, print, master and refused opening (DI-11, DI-16): stamped copies beside what leaves without a stamp. */
@Injectable()
export class AccessLogRepository {
  async add(tx: WriteTransaction, { versionId, action, at }: NewTrace): Promise<void> {
    await tx.change(
      `insert into documents.access_log (agency_id, id, version_id, person_id, person_name, action, at)
       values ($1, $2, $3, $4, $5, $6, $7)`,
      [tx.actor.agencyId, uuidV7(at), versionId, tx.actor.personId, tx.actor.personName, action, at],
    );
  }

  list(tx: ReadTransaction, filter: TraceFilter): Promise<TraceRow[]> {
    const { after, limit } = filter;
    return tx.query<TraceRow>(
      `with seen as (
         (select id, version_id, holder_name as person_name, purpose as action, copy_number, sha256, made_at as at
            from documents.issued_copy
           where ${narrowed({ person: 'holder_id', action: 'purpose', at: 'made_at' })}
           order by made_at desc, id desc limit $5)
         union all
         (select id, version_id, person_name, action, null, null, at
            from documents.access_log
           where ${narrowed({ person: 'person_id', action: 'action', at: 'at' })}
           order by at desc, id desc limit $5))
       select s.id, s.version_id as "versionId", v.document_id as "documentId", coalesce(v.code, '') as code,
              coalesce(v.title, '') as title,
              coalesce(v.issue, 0) as issue, coalesce(v.revision, 0) as revision, s.person_name as "personName",
              s.action, s.copy_number as "copyNumber", s.sha256, s.at::text as at
         from seen s left join documents.version v on v.agency_id = any ($6::uuid[]) and v.id = s.version_id
        order by s.at desc, s.id desc limit $5`,
      [
        tx.actor.agencyId,
        filter.versionId,
        after?.[0] ?? null,
        after?.[1] ?? null,
        limit + 1,
        [tx.actor.agencyId, ...tx.actor.readable],
        filter.documentId,
        filter.personId,
        filter.action,
        filter.from,
        filter.to,
      ],
    );
  }
}

/** The same conditions on both tables; each is read from its own index. */
function narrowed({ person, action, at }: { person: string; action: string; at: string }): string {
  return `agency_id = $1 and ($2::uuid is null or version_id = $2)
    and ($3::timestamptz is null or (${at}, id) < ($3, $4::uuid))
    and ($7::uuid is null or version_id in (select o.id from documents.version o
      where o.agency_id = any ($6::uuid[]) and o.document_id = $7))
    and ($8::uuid is null or ${person} = $8) and ($9::text is null or ${action} = $9)
    and ($10::date is null or ${at} >= ($10::date)::timestamp at time zone 'Asia/Ho_Chi_Minh')
    and ($11::date is null or ${at} < ($11::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')`;
}
