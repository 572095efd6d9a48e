import { createHash } from 'node:crypto';

import { SigningFacade, type SignerCopy } from '@app/identity';
import { type Actor, Clock, Ids, tidyLine } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AssessmentOutcome } from '../domain/assessment';
import { AssessmentNotFound } from '../domain/refusals';
import { ReviewSheetsRepository } from '../persistence/review-sheets.repository';
import { AssessmentDesk } from './assessment-desk';
import { BeginRevisions } from './begin-revisions';

export interface ReviewedRow {
  assessmentId: string;
  outcome: AssessmentOutcome;
  reason: string;
}

export interface SignReviewSheetCommand {
  rows: readonly ReviewedRow[];
  password: string;
}

/** The parts of a sheet that are kept. */
@Injectable()
export class SheetKeeping {
  constructor(
    readonly sheets: ReviewSheetsRepository,
    readonly desk: AssessmentDesk,
    readonly revisions: BeginRevisions,
    readonly ids: Ids,
  ) {}
}

/** Signs one Phiếu rà soát over many documents: all rows or none, one password, one change set (OF-07). */
@Injectable()
export class SignReviewSheet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: SigningFacade,
    private readonly keeping: SheetKeeping,
    private readonly clock: Clock,
  ) {}

  /** @returns its id @throws WrongPassword, AssessmentNotFound, NotYourAssessment, ReasonNeeded, IllegalTransition */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { rows, password }: SignReviewSheetCommand,
  ): Promise<string> {
    const proof = await this.signing.reauthenticate(actor, password);
    const reviewed = rows.map(({ reason, ...row }) => ({ ...row, reason: tidyLine(reason) }));
    return this.unitOfWork.write(actor, idempotency, async (tx) =>
      this.#sign(tx, actor, { reviewed, signer: await this.signing.signer(tx, proof) }),
    );
  }

  async #sign(
    tx: WriteTransaction,
    actor: Actor,
    { reviewed, signer }: { reviewed: readonly ReviewedRow[]; signer: SignerCopy },
  ): Promise<string> {
    if (reviewed.length === 0) throw new AssessmentNotFound();
    const { sheets, desk, revisions, ids } = this.keeping;
    const id = ids.next();
    const contentHash = hashOf(reviewed);
    await desk.conclude(
      tx,
      actor,
      reviewed.map((row) => ({ ...row, signer })),
    );
    const assessmentIds = reviewed.map(({ assessmentId }) => assessmentId);
    await sheets.add(tx, { id, signer, at: this.clock.now(), contentHash }, assessmentIds);
    const revised = reviewed.filter(({ outcome }) => outcome === 'must-revise');
    const changeSetId = await revisions.execute(
      tx,
      revised.map(({ assessmentId }) => assessmentId),
      [...new Set(revised.map(({ reason }) => reason).filter((reason) => reason !== ''))].join('; '),
    );
    if (changeSetId !== null) await sheets.keepChangeSet(tx, id, changeSetId);
    tx.record({
      action: 'legal-impact.review-sheet-signed',
      subjectType: 'review-sheet',
      subjectId: id,
      new: { assessments: assessmentIds, mustRevise: revised.length, contentHash, changeSetId },
    });
    return id;
  }
}

/** The rows as they were signed, whatever becomes of the assessments later. */
function hashOf(rows: readonly ReviewedRow[]): string {
  const lines = rows.map(({ assessmentId, outcome, reason }) =>
    JSON.stringify([assessmentId, outcome, reason]),
  );
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex');
}
