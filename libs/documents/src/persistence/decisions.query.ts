import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type FormCheck, type FormState } from '../domain/issuing-decision';
import { DecisionNotFound } from '../domain/refusals';

export interface DecisionListRow {
  id: string;
  abstract: string;
  state: 'draft' | 'registered';
  number: string | null;
  signedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  documents: number;
  signerName: string;
  createdAt: string;
}

export interface DecisionDetailRow {
  id: string;
  rowVersion: number;
  state: 'draft' | 'registered';
  abstract: string;
  legalBases: string[];
  signerId: string;
  signerName: string;
  signerPosition: string;
  formula: string;
  effectiveFrom: LocalDate | null;
  number: string | null;
  signedOn: LocalDate | null;
  effectiveOn: LocalDate | null;
  enteredAt: string | null;
  lateReason: string | null;
  formState: FormState;
  formNote: string | null;
  formCheckedAt: string | null;
  formCheckerName: string | null;
  formCheck: FormCheck;
  agencyId: string;
  replaces: DecisionRef | null;
  replacedBy: DecisionRef | null;
  scan: ScanRow | null;
  lines: DecisionLineRow[];
  /** What the replaced decision keeps in force beside this one. */
  leftStanding: { code: string; title: string }[];
}

export interface ScanRow {
  state: 'waiting' | 'ready' | 'refused';
  name: string;
  size: number;
  sha256: string;
  /** Known after the inspection. */
  type: 'pdf' | 'image' | null;
  at: string;
  problem: string | null;
}

export interface DecisionRef {
  id: string;
  number: string | null;
  signedOn: LocalDate | null;
  abstract: string;
}

export interface DecisionLineRow {
  versionId: string;
  documentId: string;
  action: 'issue' | 'replace' | 'withdraw';
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  /** Why it ends, and what follows it (DI-13). */
  reason: string | null;
  successor: { documentId: string; code: string; title: string } | null;
  changeNote: string | null;
  /** First day of the version that the line ends, while that one is still to come or begins today. */
  endsFrom: LocalDate | null;
}

const REF = (alias: string): string =>
  `jsonb_build_object('id', ${alias}.id, 'number', ${alias}.number, 'signedOn', ${alias}.signed_on, 'abstract', ${alias}.abstract)`;

@Injectable()
export class DecisionsQuery {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly SqlValue[] | null; limit: number },
  ): Promise<DecisionListRow[]> {
    const [createdAt = null, id = null] = after ?? [];
    return tx.query<DecisionListRow>(
      `select d.id, d.abstract, d.state, d.number, d.signed_on as "signedOn", d.effective_on as "effectiveOn",
              d.signer_name as "signerName", d.created_at::text as "createdAt",
              (select count(*)::int from documents.decision_line l
                where l.agency_id = d.agency_id and l.decision_id = d.id) as documents
         from documents.issuing_decision d
        where d.agency_id = any ($1::uuid[]) and ($2::timestamptz is null or (d.created_at, d.id) < ($2, $3::uuid))
        order by d.created_at desc, d.id desc limit $4`,
      [tx.actor.readable, createdAt, id, limit + 1],
    );
  }

  /** @throws DecisionNotFound */
  async get(tx: ReadTransaction, id: string): Promise<DecisionDetailRow> {
    const row = await tx.one<DecisionDetailRow>(
      `select d.id, d.agency_id as "agencyId", d.row_version as "rowVersion", d.state, d.abstract,
              d.legal_bases as "legalBases", d.signer_id as "signerId", d.signer_name as "signerName",
              d.signer_position as "signerPosition", d.formula, d.effective_from as "effectiveFrom", d.number,
              d.signed_on as "signedOn", d.effective_on as "effectiveOn", d.entered_at as "enteredAt",
              d.late_reason as "lateReason", d.form_state as "formState", d.form_note as "formNote",
              d.form_checked_at as "formCheckedAt", d.form_checker_name as "formCheckerName",
              coalesce((select s.form_check from documents.issuing_setting s where s.agency_id = d.agency_id),
                'optional') as "formCheck",
              case when r.id is not null then ${REF('r')} end as replaces,
              (select ${REF('n')} from documents.issuing_decision n where n.agency_id = d.agency_id
                 and n.replaces_id = d.id and n.state = 'registered' order by n.signed_on limit 1) as "replacedBy",
              case when d.scan_state is not null then jsonb_build_object('state', d.scan_state, 'name', d.scan_name,
                'size', d.scan_size, 'sha256', d.scan_sha256, 'type', d.scan_type, 'at', d.scan_at,
                'problem', d.scan_problem) end as scan,
              coalesce((select jsonb_agg(jsonb_build_object('versionId', l.version_id, 'documentId', l.document_id,
                  'action', l.action, 'code', v.code, 'series', v.series, 'title', v.title, 'issue', v.issue,
                  'revision', v.revision, 'reason', l.reason, 'changeNote', v.change_note,
                  'successor', case when n.id is not null then jsonb_build_object('documentId', n.id, 'code', n.code,
                    'title', n.title) end,
                  'endsFrom', (select max(e.starts_on) from documents.version e where e.agency_id = l.agency_id
                    and e.document_id = l.document_id and e.state = 'issued' and l.action <> 'issue')) order by l.ordinal)
                from documents.decision_line l
                join documents.version v on v.agency_id = l.agency_id and v.id = l.version_id
                left join documents.document n on n.agency_id = l.agency_id and n.id = l.successor_id
               where l.agency_id = d.agency_id and l.decision_id = d.id), '[]') as lines,
              coalesce((select jsonb_agg(jsonb_build_object('code', v.code, 'title', v.title) order by v.code_key)
                from documents.version v
               where v.agency_id = d.agency_id and v.decision_id = d.replaces_id and v.state = 'issued'
                 and upper_inf(v.validity)
                 and not exists (select from documents.decision_line l where l.agency_id = d.agency_id
                   and l.decision_id = d.id and l.document_id = v.document_id)), '[]') as "leftStanding"
         from documents.issuing_decision d
         left join documents.issuing_decision r on r.agency_id = d.agency_id and r.id = d.replaces_id
        where d.agency_id = any ($1::uuid[]) and d.id = $2`,
      [tx.actor.readable, id],
    );
    if (row === null) throw new DecisionNotFound();
    return row;
  }

  /** Documents still in force under a decision: what one that replaces it may end. */
  standing(tx: ReadTransaction, id: string): Promise<StandingRow[]> {
    return tx.query<StandingRow>(
      `select v.document_id as "documentId", v.id as "versionId", v.code, v.series, v.title, v.issue, v.revision,
              lower(v.validity) as "effectiveOn"
         from documents.version v
        where v.agency_id = $1 and v.decision_id = $2 and v.state = 'issued' and upper_inf(v.validity)
        order by v.series_key, v.code_key, v.id limit 500`,
      [tx.actor.agencyId, id],
    );
  }
}

export interface StandingRow {
  documentId: string;
  versionId: string;
  code: string;
  series: string;
  title: string;
  issue: number;
  revision: number;
  effectiveOn: LocalDate;
}
