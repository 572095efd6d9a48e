import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

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
  lines: DecisionLineRow[];
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
}

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
      `select d.id, d.row_version as "rowVersion", d.state, d.abstract, d.legal_bases as "legalBases",
              d.signer_id as "signerId", d.signer_name as "signerName", d.signer_position as "signerPosition", d.formula,
              d.effective_from as "effectiveFrom", d.number, d.signed_on as "signedOn", d.effective_on as "effectiveOn",
              d.entered_at as "enteredAt", d.late_reason as "lateReason",
              coalesce((select jsonb_agg(jsonb_build_object('versionId', l.version_id, 'documentId', l.document_id,
                  'action', l.action, 'code', v.code, 'series', v.series, 'title', v.title, 'issue', v.issue,
                  'revision', v.revision) order by l.ordinal)
                from documents.decision_line l
                join documents.version v on v.agency_id = l.agency_id and v.id = l.version_id
               where l.agency_id = d.agency_id and l.decision_id = d.id), '[]') as lines
         from documents.issuing_decision d
        where d.agency_id = any ($1::uuid[]) and d.id = $2`,
      [tx.actor.readable, id],
    );
    if (row === null) throw new DecisionNotFound();
    return row;
  }
}
