import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AnnexAct, type ProcedureLevel } from '../domain/announcement/read-annex';

export interface AnnouncementSummary {
  id: string;
  textId: string;
  numberSymbol: string;
  title: string;
  issuer: string;
  issuedOn: LocalDate;
  effectiveOn: LocalDate | null;
  state: 'recorded' | 'confirmed' | 'withdrawn';
  stewardName: string;
  own: boolean;
  recordedByName: string | null;
  recordedAt: Date;
  confirmedAt: Date | null;
  made: number;
  amended: number;
  replaced: number;
  abolished: number;
  unmatched: number;
}

export interface AnnouncementRowLine {
  id: string;
  ordinal: number;
  act: AnnexAct;
  procedureId: string | null;
  code: string | null;
  name: string;
  field: string | null;
  level: ProcedureLevel | null;
  executingBody: string | null;
  timeLimit: string | null;
  fee: string | null;
  /** What the register calls it, when it names one. */
  procedureName: string | null;
}

const SUMMARY = `select a.id, a.text_id as "textId", t.number_symbol as "numberSymbol", t.title, t.issuer,
    t.issued_on as "issuedOn", a.effective_on as "effectiveOn", a.state, s.name as "stewardName",
    a.steward_agency_id = (select app.agency_id()) as own, a.recorded_by_name as "recordedByName",
    date_trunc('milliseconds', a.recorded_at) as "recordedAt", a.confirmed_at as "confirmedAt", n.*
  from administrative_procedures.announcement a
  join legal_register.pub_legal_text t on t.id = a.text_id
  join organization.pub_agency s on s.id = a.steward_agency_id
  cross join lateral (
    select (count(*) filter (where r.act = 'new'))::integer as made,
           (count(*) filter (where r.act = 'amended'))::integer as amended,
           (count(*) filter (where r.act = 'replaced'))::integer as replaced,
           (count(*) filter (where r.act = 'abolished'))::integer as abolished,
           (count(*) filter (where r.act <> 'new' and r.procedure_id is null))::integer as unmatched
      from administrative_procedures.announcement_row r where r.announcement_id = a.id) n
  where (a.state <> 'recorded' or a.steward_agency_id = (select app.agency_id()))`;

@Injectable()
export class AnnouncementsQuery {
  /** The latest first; one that waits is its steward's business. */
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [string, string] | null; limit: number },
  ): Promise<AnnouncementSummary[]> {
    return tx.query<AnnouncementSummary>(
      `${SUMMARY} and ($1::timestamptz is null or (date_trunc('milliseconds', a.recorded_at), a.id) < ($1, $2::uuid))
        order by date_trunc('milliseconds', a.recorded_at) desc, a.id desc limit $3`,
      [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  summary(tx: ReadTransaction, id: string): Promise<AnnouncementSummary | null> {
    return tx.one<AnnouncementSummary>(`${SUMMARY} and a.id = $1`, [id]);
  }

  rows(tx: ReadTransaction, id: string): Promise<AnnouncementRowLine[]> {
    return tx.query<AnnouncementRowLine>(
      `select r.id, r.ordinal, r.act, r.procedure_id as "procedureId", r.code, r.name, r.field, r.level,
              r.executing_body as "executingBody", r.time_limit as "timeLimit", r.fee, p.name as "procedureName"
         from administrative_procedures.announcement_row r
         left join administrative_procedures.pub_procedure p on p.id = r.procedure_id
        where r.announcement_id = $1 order by r.ordinal limit 2000`,
      [id],
    );
  }
}
