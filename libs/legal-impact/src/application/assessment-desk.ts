import { type Actor, Clock } from '@app/kernel';
import { type SignerCopy } from '@app/identity';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type AssessmentOutcome } from '../domain/assessment';
import { AssessmentsRepository, type ClosedAssessment } from '../persistence/assessments.repository';
import { AssessmentTasks } from './assessment-tasks';
import { LateOwner } from './late-owner';

/** A signed conclusion about one document. */
export interface SignedConclusion {
  assessmentId: string;
  outcome: AssessmentOutcome;
  reason: string;
  signer: SignerCopy;
}

/** What an agency does about its assessments when it concludes, and when its documents answer. */
@Injectable()
export class AssessmentDesk {
  constructor(
    private readonly assessments: AssessmentsRepository,
    private readonly tasks: AssessmentTasks,
    private readonly clock: Clock,
    private readonly late: LateOwner,
  ) {}

  /** Each by itself, all or none; a task ends with its last reason. @throws AssessmentNotFound, NotYourAssessment, ReasonNeeded, IllegalTransition */
  async conclude(
    tx: WriteTransaction,
    actor: Actor,
    conclusions: readonly SignedConclusion[],
  ): Promise<void> {
    const taskIds: (string | null)[] = [];
    const answered = new Set<string>();
    for (const conclusion of conclusions) {
      const { taskId, documentId } = await this.#conclude(tx, actor, conclusion);
      taskIds.push(taskId);
      if (conclusion.outcome === 'not-needed') answered.add(documentId);
    }
    await this.tasks.settle(tx, taskIds, 'Kết luận: không phải sửa');
    for (const documentId of answered) await this.late.answered(tx, documentId);
  }

  /** A newer version is issued: it answers what was opened before it was drafted. */
  async versionIssued(
    tx: WriteTransaction,
    version: { documentId: string; versionId: string },
  ): Promise<void> {
    const reason = 'Đã ban hành phiên bản mới';
    const closed = await this.assessments.answer(tx, { ...version, at: this.clock.now(), reason });
    await this.#close(tx, closed, reason);
    await this.late.answered(tx, version.documentId);
  }

  /** A withdrawn document needs no revision any more. */
  async documentWithdrawn(tx: WriteTransaction, documentId: string): Promise<void> {
    const reason = 'Tài liệu đã bãi bỏ';
    const closed = await this.assessments.end(tx, { documentId, at: this.clock.now(), reason });
    await this.#close(tx, closed, reason);
  }

  async #conclude(
    tx: WriteTransaction,
    actor: Actor,
    { assessmentId, outcome, reason, signer }: SignedConclusion,
  ): Promise<{ taskId: string | null; documentId: string }> {
    const assessment = await this.assessments.getForUpdate(tx, assessmentId);
    const before = assessment.snapshot.state;
    const { signerId: by, signerName: byName, positionTitle: position } = signer;
    assessment.conclude(actor, outcome, {
      reason,
      conclusion: { by, byName, position, at: this.clock.now() },
    });
    await this.assessments.saveConclusion(tx, assessment);
    tx.record({
      action: `legal-impact.assessment-${outcome}`,
      subjectType: 'assessment',
      subjectId: assessmentId,
      old: { state: before },
      new: { state: outcome, signerId: by, positionTitle: position },
      reason: assessment.snapshot.reason,
    });
    return assessment.snapshot;
  }

  async #close(tx: WriteTransaction, closed: readonly ClosedAssessment[], reason: string): Promise<void> {
    await this.tasks.settle(
      tx,
      closed.map(({ taskId }) => taskId),
      reason,
    );
    for (const { id, state } of closed) {
      tx.record({
        action: 'legal-impact.assessment-done',
        subjectType: 'assessment',
        subjectId: id,
        old: { state },
        new: { state: 'done' },
        reason,
      });
    }
  }
}
