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
  stageName: string;
  holderId: string;
  holderName: string;
  /** Who stands in for the holder today (G12). */
  delegateName: string | null;
  since: string;
  sinceKey: string;
  sinceDay: LocalDate;
  days: number;
}

export interface HeldPage {
  after: readonly SqlValue[] | null;
  limit: number;
  /** Opened on this day at the latest; null = whenever. */
  until: LocalDate | null;
}

/** Stations that wait now, the one that has waited longest first. */
@Injectable()
export class HeldStepsQuery {
  list(tx: ReadTransaction, { after, limit, until }: HeldPage): Promise<HeldStepRow[]> {
    const [since = null, id = null] = after ?? [];
    return tx.query<HeldStepRow>(
      `select s.id as "stepId", v.id as "versionId", v.document_id as "documentId", v.code, v.title, s.kind,
              s.stage_name as "stageName", s.assignee_id as "holderId", s.assignee_name as "holderName",
              d.name as "delegateName", s.since, s.since::text as "sinceKey",
              (s.since at time zone 'Asia/Ho_Chi_Minh')::date as "sinceDay", s.days
         from documents.route_step s
         join documents.version v on v.agency_id = s.agency_id and v.id = s.version_id
         left join lateral (
           select string_agg(m.person_name, ', ' order by m.person_name) as name
             from organization.pub_delegation_today d
             join identity.pub_membership m on m.agency_id = d.agency_id and m.person_id = d.to_person_id
              and m.valid @> app.today()
            where d.agency_id = s.agency_id and d.from_person_id = s.assignee_id
              and (d.scope = '{}' or s.kind = any (d.scope))) d on true
        where s.agency_id = $1 and s.state = 'current' and ($2::timestamptz is null or (s.since, s.id) > ($2, $3::uuid))
          and ($5::date is null or s.since < ($5::date + 1)::timestamp at time zone 'Asia/Ho_Chi_Minh')
        order by s.since, s.id limit $4`,
      [tx.actor.agencyId, since, id, limit + 1, until],
    );
  }
}
