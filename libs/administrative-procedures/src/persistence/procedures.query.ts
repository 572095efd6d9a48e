import { foldVietnamese, type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AnnexAct, type ProcedureLevel } from '../domain/announcement/read-annex';
import { type ProcessStep } from '../domain/internal-process';

export interface ProcedureRow {
  id: string;
  code: string | null;
  name: string;
  field: string;
  level: ProcedureLevel;
  executingBody: string | null;
  timeLimit: string | null;
  fee: string | null;
  status: 'in-force' | 'suspended' | 'ended' | 'not-yet';
  stewardName: string;
  own: boolean;
  /** Whether it falls to the caller's agency. */
  duty: boolean;
  fieldKey: string;
  nameKey: string;
}

export interface ProcedureDetailRow extends ProcedureRow {
  note: string | null;
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
  dutyByRule: boolean | null;
  dutyReason: string | null;
  dutySetByName: string | null;
  rowVersion: number;
}

export interface HistoryRow {
  announcementId: string;
  act: AnnexAct;
  name: string;
  textId: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: LocalDate;
  effectiveOn: LocalDate | null;
}

export interface ProcessRow {
  id: string;
  decisionNumber: string | null;
  decisionIssuer: string | null;
  decisionOn: LocalDate | null;
  timeLimit: string | null;
  note: string | null;
  steps: ProcessStep[];
  validFrom: LocalDate | null;
  validUntil: LocalDate | null;
  current: boolean;
  own: boolean;
}

export interface ProcedureFilter {
  q?: string;
  field?: string | null;
  level?: ProcedureLevel | null;
  status?: ProcedureRow['status'] | null;
  /** Only what falls to the caller's agency. */
  own?: boolean;
}

export type ProcedurePosition = readonly [string, string, string];

const LINE = `p.id, p.code, p.name, p.field, p.level, p.executing_body as "executingBody", p.time_limit as "timeLimit", p.fee,
  p.status, s.name as "stewardName", p.steward_agency_id = (select app.agency_id()) as own, d.procedure_id is not null as duty,
  p.field_key as "fieldKey", p.name_key as "nameKey"`;
const FROM = `from administrative_procedures.pub_procedure p
  join organization.pub_agency s on s.id = p.steward_agency_id
  left join administrative_procedures.pub_duty d on d.procedure_id = p.id and d.agency_id = (select app.agency_id())`;

@Injectable()
export class ProceduresQuery {
  /** By lĩnh vực and name; `q` finds codes, names and fields without accents. */
  list(
    tx: ReadTransaction,
    filter: ProcedureFilter,
    { after, limit }: { after: ProcedurePosition | null; limit: number },
  ): Promise<ProcedureRow[]> {
    const words = foldVietnamese(filter.q ?? '');
    return tx.query<ProcedureRow>(
      `select ${LINE} ${FROM}
        where ($1 = '' or app.fold(p.name) like $2 or p.field_key like $2 or lower(p.code) like $2)
          and ($3::text is null or p.field_key = $3) and ($4::text is null or p.level = $4)
          and ($5::text is null or p.status = $5) and (not $6::boolean or d.procedure_id is not null)
          and ($7::text is null or (p.field_key, p.name_key, p.id) > ($7, $8::text, $9::uuid))
        order by p.field_key, p.name_key, p.id limit $10`,
      [
        words,
        `%${words.replace(/[\\%_]/g, '\\$&')}%`,
        filter.field ?? null,
        filter.level ?? null,
        filter.status ?? null,
        filter.own ?? false,
        ...(after ?? [null, null, null]),
        limit + 1,
      ],
    );
  }

  one(tx: ReadTransaction, id: string): Promise<ProcedureDetailRow | null> {
    return tx.one<ProcedureDetailRow>(
      `select ${LINE}, k.note, lower(p.valid) as "validFrom", upper(p.valid) as "validUntil", d.by_rule as "dutyByRule",
              own.reason as "dutyReason", own.set_by_name as "dutySetByName", k.row_version as "rowVersion"
         ${FROM}
         join administrative_procedures.procedure k on k.id = p.id
         left join administrative_procedures.duty own on own.procedure_id = p.id and own.agency_id = (select app.agency_id())
        where p.id = $1`,
      [id],
    );
  }

  /** The quyết định công bố that made, amended or ended it, the latest first. */
  history(tx: ReadTransaction, id: string): Promise<HistoryRow[]> {
    return tx.query<HistoryRow>(
      `select a.id as "announcementId", r.act, r.name, t.id as "textId", t.number_symbol as "numberSymbol", t.issuer,
              t.issued_on as "issuedOn", t.effective_on as "effectiveOn"
         from administrative_procedures.announcement_row r
         join administrative_procedures.announcement a on a.id = r.announcement_id and a.state = 'confirmed'
         join legal_register.pub_legal_text t on t.id = a.text_id
        where r.procedure_id = $1
        order by t.issued_on desc, a.id, r.ordinal limit 100`,
      [id],
    );
  }

  /** Its quy trình nội bộ over time, the latest first. */
  processes(tx: ReadTransaction, id: string): Promise<ProcessRow[]> {
    return tx.query<ProcessRow>(
      `select id, decision_number as "decisionNumber", decision_issuer as "decisionIssuer", decision_on as "decisionOn",
              time_limit as "timeLimit", note, steps, lower(valid) as "validFrom", upper(valid) as "validUntil",
              valid @> app.today() as current, steward_agency_id = (select app.agency_id()) as own
         from administrative_procedures.internal_process
        where procedure_id = $1 order by lower(valid) desc, id limit 50`,
      [id],
    );
  }

  /** Fields of law that the register knows, for a filter. */
  fields(tx: ReadTransaction): Promise<{ key: string; name: string; procedures: number }[]> {
    return tx.query(
      `select p.field_key as key, min(p.field) as name, count(*)::integer as procedures
         from administrative_procedures.pub_procedure p group by p.field_key order by p.field_key limit 300`,
    );
  }
}
