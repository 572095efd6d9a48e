import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** A decision that was signed on paper before this system; everything as printed. */
export interface PaperDecision {
  number: string;
  signedOn: LocalDate;
  effectiveOn: LocalDate;
  abstract: string;
  signer: { name: string; position: string; formula: string };
}

@Injectable()
export class PaperDecisionsRepository {
  /** The paper decision with this number and day, when an earlier import entered it. */
  async find(
    tx: ReadTransaction,
    { number, signedOn }: Pick<PaperDecision, 'number' | 'signedOn'>,
  ): Promise<{ id: string; effectiveOn: LocalDate } | null> {
    return tx.one<{ id: string; effectiveOn: LocalDate }>(
      `select id, effective_on as "effectiveOn" from documents.issuing_decision
        where agency_id = $1 and imported_from_paper and signed_on = $3
          and documents.code_key(number) = documents.code_key($2)`,
      [tx.actor.agencyId, number, signedOn],
    );
  }

  async add(tx: WriteTransaction, id: string, decision: PaperDecision): Promise<void> {
    const { signer } = decision;
    await tx.change(
      `insert into documents.issuing_decision (agency_id, id, state, abstract, signer_id, signer_name, signer_position,
          formula, number, signed_on, effective_on, entered_at, entered_by, late_reason, created_by, imported_from_paper)
       values ($1, $2, 'registered', $3, null, $4, $5, $6, $7, $8, $9, clock_timestamp(), $10,
          'Nhập từ bản giấy, không ký tại đây', $10, true)`,
      [
        tx.actor.agencyId,
        id,
        decision.abstract,
        signer.name,
        signer.position,
        signer.formula,
        decision.number,
        decision.signedOn,
        decision.effectiveOn,
        tx.actor.personId,
      ],
    );
  }

  async addLines(
    tx: WriteTransaction,
    lines: readonly { decisionId: string; documentId: string; versionId: string }[],
  ): Promise<void> {
    await tx.change(
      `insert into documents.decision_line (agency_id, decision_id, document_id, version_id, action, ordinal)
       select $1, "decisionId", "documentId", "versionId", 'issue', ordinal
         from jsonb_to_recordset($2::jsonb) as line ("decisionId" uuid, "documentId" uuid, "versionId" uuid, ordinal int)`,
      [tx.actor.agencyId, JSON.stringify(lines.map((line, ordinal) => ({ ...line, ordinal })))],
    );
  }

  /** Puts versions into force for the days that their paper gave them (R17). */
  async openEarlier(
    tx: WriteTransaction,
    versions: readonly { versionId: string; decisionId: string; from: LocalDate; until: LocalDate }[],
  ): Promise<void> {
    if (versions.length === 0) return;
    await tx.change(
      `update documents.version v
          set state = 'issued', validity = daterange(e."from", e.until), decision_id = e."decisionId",
              row_version = v.row_version + 1
         from jsonb_to_recordset($2::jsonb) as e ("versionId" uuid, "decisionId" uuid, "from" date, until date)
        where v.agency_id = $1 and v.id = e."versionId" and v.state = 'approved'`,
      [tx.actor.agencyId, JSON.stringify(versions)],
    );
  }
}
