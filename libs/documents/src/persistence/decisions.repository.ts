import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DecisionSnapshot, IssuingDecision } from '../domain/issuing-decision';
import { DecisionNotFound } from '../domain/refusals';

export interface DecisionFields {
  abstract: string;
  legalBases: readonly string[];
  signer: { id: string; name: string; position: string };
  formula: string;
  effectiveFrom: LocalDate | null;
  replacesId: string | null;
}

export interface DecisionLine {
  versionId: string;
  documentId: string;
  action: 'issue' | 'replace' | 'withdraw';
  /** Why a document ends, and the document that follows it (DI-13). */
  reason?: string | null;
  successorId?: string | null;
}

export interface LoadedDecision {
  decision: IssuingDecision;
  rowVersion: number;
}

@Injectable()
export class DecisionsRepository {
  async add(tx: WriteTransaction, id: string, fields: DecisionFields): Promise<void> {
    await tx.change(
      `insert into documents.issuing_decision (agency_id, id, abstract, legal_bases, signer_id, signer_name,
          signer_position, formula, effective_from, replaces_id, created_by)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
      [
        tx.actor.agencyId,
        id,
        fields.abstract,
        fields.legalBases,
        fields.signer.id,
        fields.signer.name,
        fields.signer.position,
        fields.formula,
        fields.effectiveFrom,
        fields.replacesId,
        tx.actor.personId,
      ],
    );
  }

  /** @throws StaleRow */
  async change(
    tx: WriteTransaction,
    { id, rowVersion }: { id: string; rowVersion: number },
    fields: DecisionFields,
  ): Promise<void> {
    await tx.changeOne(
      `update documents.issuing_decision
          set abstract = $4, legal_bases = $5, signer_id = $6, signer_name = $7, signer_position = $8, formula = $9,
              effective_from = $10, replaces_id = $11, form_state = 'waiting', row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3 and state = 'draft'`,
      [
        tx.actor.agencyId,
        id,
        rowVersion,
        fields.abstract,
        fields.legalBases,
        fields.signer.id,
        fields.signer.name,
        fields.signer.position,
        fields.formula,
        fields.effectiveFrom,
        fields.replacesId,
      ],
    );
  }

  async setLines(tx: WriteTransaction, id: string, lines: readonly DecisionLine[]): Promise<void> {
    await tx.change('delete from documents.decision_line where agency_id = $1 and decision_id = $2', [
      tx.actor.agencyId,
      id,
    ]);
    await tx.change(
      `insert into documents.decision_line (agency_id, decision_id, document_id, version_id, action, ordinal, reason,
          successor_id)
       select $1, $2, "documentId", "versionId", action, ordinal, reason, "successorId"
         from jsonb_to_recordset($3::jsonb) as line ("documentId" uuid, "versionId" uuid, action text, ordinal int,
           reason text, "successorId" uuid)`,
      [tx.actor.agencyId, id, JSON.stringify(lines.map((line, ordinal) => ({ ...line, ordinal })))],
    );
  }

  /** Locks the decision: it is registered once. @throws DecisionNotFound */
  async getForUpdate(tx: WriteTransaction, id: string): Promise<LoadedDecision> {
    const locked = await tx.one(
      'select 1 from documents.issuing_decision where agency_id = $1 and id = $2 for update',
      [tx.actor.agencyId, id],
    );
    if (locked === null) throw new DecisionNotFound();
    const row = await tx.one<DecisionSnapshot & { rowVersion: number }>(
      `select d.id, d.state, d.effective_from as "effectiveFrom", d.number, d.signed_on as "signedOn",
              d.effective_on as "effectiveOn", d.late_reason as "lateReason", d.row_version as "rowVersion",
              d.form_state as "formState",
              coalesce((select s.form_check from documents.issuing_setting s where s.agency_id = d.agency_id),
                'optional') as "formCheck",
              (select count(*)::int from documents.decision_line l
                where l.agency_id = d.agency_id and l.decision_id = d.id) as lines
         from documents.issuing_decision d where d.agency_id = $1 and d.id = $2`,
      [tx.actor.agencyId, id],
    );
    if (row === null) throw new DecisionNotFound();
    const { rowVersion, ...snapshot } = row;
    return { decision: IssuingDecision.restore(snapshot), rowVersion };
  }

  /** @throws StaleRow */
  async saveRegistration(
    tx: WriteTransaction,
    { decision, rowVersion }: LoadedDecision,
    at: Date,
  ): Promise<void> {
    const { id, number, signedOn, effectiveOn, lateReason, state } = decision.snapshot;
    const changed = await tx.change(
      `update documents.issuing_decision
          set state = $4, number = $5, signed_on = $6, effective_on = $7, late_reason = $8, entered_at = $9,
              entered_by = $10, row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        id,
        rowVersion,
        state,
        number,
        signedOn,
        effectiveOn,
        lateReason,
        at,
        tx.actor.personId,
      ],
    );
    if (changed !== 1) throw new StaleRow();
  }

  lines(tx: ReadTransaction, id: string): Promise<DecisionLine[]> {
    return tx.query<DecisionLine>(
      `select version_id as "versionId", document_id as "documentId", action, reason, successor_id as "successorId"
         from documents.decision_line
        where agency_id = $1 and decision_id = $2 order by ordinal`,
      [tx.actor.agencyId, id],
    );
  }

  /** Whether another decision of the agency bears this number in the same year (domain: Phụ lục VI, NĐ 30/2020). */
  async numberStands(tx: ReadTransaction, id: string, number: string, signedOn: LocalDate): Promise<boolean> {
    const row = await tx.one(
      `select 1 from documents.issuing_decision
        where agency_id = $1 and id <> $2 and documents.code_key(number) = documents.code_key($3)
          and extract(year from signed_on) = extract(year from $4::date)`,
      [tx.actor.agencyId, id, number, signedOn],
    );
    return row !== null;
  }

  /** Whether this is a registered decision of the agency, which another may replace. */
  async isRegistered(tx: ReadTransaction, id: string): Promise<boolean> {
    const row = await tx.one(
      `select 1 from documents.issuing_decision where agency_id = $1 and id = $2 and state = 'registered'`,
      [tx.actor.agencyId, id],
    );
    return row !== null;
  }

  /** @throws StaleRow */
  async saveFormCheck(
    tx: WriteTransaction,
    { decision, rowVersion }: LoadedDecision,
    { note, at }: { note: string | null; at: Date },
  ): Promise<void> {
    await tx.changeOne(
      `update documents.issuing_decision
          set form_state = $4, form_note = $5, form_checked_at = $6, form_checker_id = $7, form_checker_name = $8,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        decision.snapshot.id,
        rowVersion,
        decision.snapshot.formState,
        note,
        at,
        tx.actor.personId,
        tx.actor.personName,
      ],
    );
  }
}
