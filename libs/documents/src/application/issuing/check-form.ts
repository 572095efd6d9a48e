import { type Actor } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { DecisionsRepository } from '../../persistence/decisions.repository';
import { IssuedNews } from '../issued-news';

export interface CheckFormCommand {
  decisionId: string;
  verdict: 'passed' | 'returned';
  note: string | null;
}

const SUBJECT = 'issuing-decision';

/** Tells who drafted the decision what the office found. */
@Injectable()
export class FormCheckNews {
  constructor(
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
    private readonly news: IssuedNews,
  ) {}

  now(): Date {
    return this.news.now();
  }

  async spread(
    tx: WriteTransaction,
    { decisionId, verdict, note }: CheckFormCommand,
    at: Date,
  ): Promise<void> {
    const decision = await tx.one<{ abstract: string; createdBy: string }>(
      `select abstract, created_by as "createdBy" from documents.issuing_decision where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, decisionId],
    );
    if (decision === null) return;
    const word = verdict === 'passed' ? 'Thể thức đạt' : 'Văn phòng trả lại dự thảo quyết định';
    const subject = { subjectType: SUBJECT, subjectId: decisionId, link: `/decisions/${decisionId}` };
    await this.work.close(tx, {
      subjectType: SUBJECT,
      subjectId: decisionId,
      ...(verdict === 'passed' ? { kind: 'check-form' as const } : {}),
      reason: word,
    });
    if (verdict === 'returned') {
      await this.work.open(tx, {
        ...subject,
        kind: 'fix-returned',
        assigneeIds: [decision.createdBy],
        title: `Sửa dự thảo quyết định: ${decision.abstract}`,
        detail: note,
      });
    }
    await this.notifications.notify(tx, {
      ...subject,
      recipients: [decision.createdBy],
      kind: 'documents.form-checked',
      title: `${word}: ${decision.abstract}`,
      body: note,
      occasion: `form:${at.toISOString()}`,
    });
  }
}

/** Kiểm tra thể thức: the head of the office finds the draft in order, or gives it back with the reason (OF-02). */
@Injectable()
export class CheckForm {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsRepository,
    private readonly news: FormCheckNews,
  ) {}

  /** @throws DecisionNotFound, DecisionClosed, DecisionEmpty, DecisionReturned, ReturnReasonMissing */
  async execute(actor: Actor, idempotency: Idempotency | null, command: CheckFormCommand): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const at = this.news.now();
      const loaded = await this.decisions.getForUpdate(tx, command.decisionId);
      loaded.decision.checkForm(command.verdict, command.note);
      await this.decisions.saveFormCheck(tx, loaded, { note: command.note, at });
      await this.news.spread(tx, command, at);
      tx.record({
        action: `documents.decision-form-${command.verdict}`,
        subjectType: SUBJECT,
        subjectId: command.decisionId,
        new: { verdict: command.verdict },
        reason: command.note,
      });
    });
  }
}
