import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type StepKind } from '../../domain/way';

export interface HeldStepRow {
  stepId: string;
  versionId: string;
  documentId: string;
  code: string;
  title: string;
  kind: StepKind;
  holderName: string;
  since: string;
  sinceKey: string;
  sinceDay: LocalDate;
  days: number;
}

/** Stations that wait now, the one that has waited longest first. */
@Injectable()
export class HeldStepsQuery {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<HeldStepRow[]> {
    const [since = null, id = null] = after ?? [];
    return tx.query<HeldStepRow>(
      `select s.id as "stepId", v.id as "versionId", v.document_id as "documentId", v.code, v.title, s.kind,
              s.assignee_name as "holderName", s.since, s.since::text as "sinceKey",
              (s.since at time zone 'Asia/Ho_Chi_Minh')::date as "sinceDay", s.days
         from documents.route_step s
         join documents.version v on v.agency_id = s.agency_id and v.id = s.version_id
        where s.agency_id = $1 and s.state = 'current' and ($2::timestamptz is null or (s.since, s.id) > ($2, $3::uuid))
        order by s.since, s.id limit $4`,
      [tx.actor.agencyId, since, id, limit + 1],
    );
  }
}
