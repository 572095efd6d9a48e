import { type Actor, tidyLine } from '@app/kernel';
import { SigningFacade } from '@app/identity';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AssessmentOutcome } from '../domain/assessment';
import { AssessmentDesk } from './assessment-desk';
import { BeginRevisions } from './begin-revisions';

export interface ConcludeAssessmentCommand {
  /** Reasons of one document that are answered together. */
  assessmentIds: readonly string[];
  outcome: AssessmentOutcome;
  reason: string;
  password: string;
}

/** Signs whether a document must be revised; "không phải sửa" ends the task, "phải sửa" keeps it until it is answered. */
@Injectable()
export class ConcludeAssessment {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: SigningFacade,
    private readonly desk: AssessmentDesk,
    private readonly revisions: BeginRevisions,
  ) {}

  /** @throws WrongPassword, AssessmentNotFound, NotYourAssessment, ReasonNeeded, IllegalTransition */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { assessmentIds, outcome, reason, password }: ConcludeAssessmentCommand,
  ): Promise<void> {
    const proof = await this.signing.reauthenticate(actor, password);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const signer = await this.signing.signer(tx, proof);
      const conclusion = { outcome, reason: tidyLine(reason), signer };
      const ids = [...new Set(assessmentIds)];
      await this.desk.conclude(
        tx,
        actor,
        ids.map((assessmentId) => ({ assessmentId, ...conclusion })),
      );
      if (outcome === 'must-revise') await this.revisions.execute(tx, ids, conclusion.reason);
    });
  }
}
