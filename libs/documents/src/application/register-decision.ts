import { type Actor, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DecisionNumberRepeated } from '../domain/refusals';
import { type DecisionLine, DecisionsRepository } from '../persistence/decisions.repository';
import { IssuingRepository } from '../persistence/issuing.repository';
import { IssuedNews } from './issued-news';

export interface RegisterDecisionCommand {
  decisionId: string;
  number: string;
  signedOn: LocalDate;
  effectiveOn: LocalDate | null;
  lateReason: string | null;
  acceptRepeatedNumber: boolean;
}

@Injectable()
export class RegisterDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsRepository,
    private readonly issuing: IssuingRepository,
    private readonly news: IssuedNews,
  ) {}

  /**
   * Văn thư enters number and date of the signed paper; everything on its list comes into force, and what it replaces
   * ends, in this one transaction (OF-01, OF-02).
   * @throws DecisionEmpty, DecisionClosed, DecisionNumberRepeated, LateReasonMissing, EffectiveBeforeSigning,
   * EffectiveOverlap, VersionNotApproved, FormCheckMissing, DecisionReturned
   */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    command: RegisterDecisionCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, (tx) => this.within(tx, command));
  }

  /** The same in a transaction that is open already: a batch enters a decision that was signed before (OF-04). */
  async within(tx: WriteTransaction, command: RegisterDecisionCommand): Promise<void> {
    const now = this.news.now();
    const loaded = await this.decisions.getForUpdate(tx, command.decisionId);
    const firstDay = loaded.decision.register({ ...command, today: todayIn(now) });
    if (
      !command.acceptRepeatedNumber &&
      (await this.decisions.numberStands(tx, command.decisionId, command.number, command.signedOn))
    ) {
      throw new DecisionNumberRepeated();
    }
    const lines = await this.decisions.lines(tx, command.decisionId);
    await this.decisions.saveRegistration(tx, loaded, now);
    await this.issuing.switch(tx, { id: command.decisionId, firstDay, lines });
    this.#record(tx, { command, firstDay, lines });
    await this.news.spread(tx, {
      decisionId: command.decisionId,
      number: command.number,
      firstDay,
      enteredAt: now,
      lines,
    });
  }

  #record(
    tx: WriteTransaction,
    {
      command,
      firstDay,
      lines,
    }: { command: RegisterDecisionCommand; firstDay: LocalDate; lines: DecisionLine[] },
  ): void {
    tx.record({
      action: 'documents.decision-registered',
      subjectType: 'issuing-decision',
      subjectId: command.decisionId,
      new: { number: command.number, signedOn: command.signedOn, effectiveOn: firstDay },
      reason: command.lateReason,
    });
    for (const { documentId, versionId, action, reason = null, successorId = null } of lines) {
      tx.record({
        action: action === 'withdraw' ? 'documents.document-withdrawn' : 'documents.version-issued',
        subjectType: 'document',
        subjectId: documentId,
        new: {
          versionId,
          number: command.number,
          effectiveOn: firstDay,
          ...(successorId === null ? {} : { successorId }),
        },
        reason,
      });
      if (action === 'withdraw') tx.announce('documents.document-withdrawn.v1', { documentId, versionId });
      else tx.announce('documents.version-issued.v1', { documentId, versionId, effectiveOn: firstDay });
    }
  }
}
