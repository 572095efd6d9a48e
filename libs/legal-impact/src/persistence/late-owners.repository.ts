import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** A change of law that this agency should have answered in one of its documents. */
export interface LateAnswer {
  assessmentId: string;
  documentId: string;
  code: string;
  title: string;
  deadlineOn: LocalDate;
}

@Injectable()
export class LateOwnersRepository {
  /** Answers of the acting agency that are late since today, each once. */
  claim(tx: WriteTransaction): Promise<LateAnswer[]> {
    return tx.query<LateAnswer>(
      `update legal_impact.assessment a set late_told_for = a.deadline_on
         from documents.pub_valid_version v
        where a.agency_id = $1 and a.closed_at is null and a.deadline_on < app.today()
          and a.late_told_for is distinct from a.deadline_on
          and v.agency_id = a.agency_id and v.version_id = a.version_id
        returning a.id as "assessmentId", a.document_id as "documentId", v.code, v.title,
                  a.deadline_on as "deadlineOn"`,
      [tx.actor.agencyId],
    );
  }

  /** Those whose version is in force no more are late with nothing. */
  async forget(tx: WriteTransaction): Promise<void> {
    await tx.change(
      `update legal_impact.assessment set late_told_for = deadline_on
        where agency_id = $1 and closed_at is null and deadline_on < app.today()
          and late_told_for is distinct from deadline_on`,
      [tx.actor.agencyId],
    );
  }

  /** The earliest missed deadline of a document that is still open; null when its owner has answered all. */
  async missed(tx: ReadTransaction, documentId: string): Promise<LocalDate | null> {
    const row = await tx.one<{ missed: LocalDate | null }>(
      `select min(deadline_on) as missed from legal_impact.assessment
        where agency_id = $1 and document_id = $2 and closed_at is null and deadline_on < app.today()`,
      [tx.actor.agencyId, documentId],
    );
    return row?.missed ?? null;
  }
}
