import { SigningFacade } from '@app/identity';
import { type Actor, Ids, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { IssuingDecision } from '../../domain/issuing-decision';
import { DecisionClosed, DecisionNumberRepeated } from '../../domain/refusals';
import { DecisionsRepository } from '../../persistence/decisions.repository';
import { IssuingRepository } from '../../persistence/issuing.repository';
import {
  type PaperDecision,
  PaperDecisionsRepository,
} from '../../persistence/imports/paper-decisions.repository';
import { ImportTaking, type TakenItem } from './import-taking';

export const FROM_PAPER = 'Nhập từ bản giấy, không ký tại đây';

export interface AcceptInForceCommand {
  batchId: string;
  itemIds: readonly string[];
  decision: Omit<PaperDecision, 'effectiveOn'> & { effectiveOn: LocalDate | null };
  acceptRepeatedNumber: boolean;
  password: string;
}

/** The decisions of the paper: entered once, found again when more rows follow. */
@Injectable()
export class PaperIssuing {
  constructor(
    private readonly papers: PaperDecisionsRepository,
    private readonly decisions: DecisionsRepository,
    private readonly issuing: IssuingRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws DecisionNumberRepeated, DecisionClosed when the paper was entered before with another effective date */
  async enter(tx: WriteTransaction, decision: PaperDecision, acceptRepeated: boolean): Promise<string> {
    const known = await this.papers.find(tx, decision);
    if (known !== null) {
      if (known.effectiveOn !== decision.effectiveOn) throw new DecisionClosed();
      return known.id;
    }
    const id = this.ids.next();
    const { number, signedOn } = decision;
    if (!acceptRepeated && (await this.decisions.numberStands(tx, id, number, signedOn)))
      throw new DecisionNumberRepeated();
    await this.papers.add(tx, id, decision);
    tx.record({
      action: 'documents.decision-imported',
      subjectType: 'issuing-decision',
      subjectId: id,
      new: decision,
      reason: FROM_PAPER,
    });
    return id;
  }

  /** Everything of the paper begins at once (OF-01); it replaces nothing, it is what stands. */
  async begin(
    tx: WriteTransaction,
    { decisionId, firstDay, taken }: { decisionId: string; firstDay: LocalDate; taken: readonly TakenItem[] },
  ): Promise<void> {
    const lines = taken.map(({ documentId, versionId }) => ({ documentId, versionId }));
    await this.papers.addLines(
      tx,
      lines.map((line) => ({ ...line, decisionId })),
    );
    await this.issuing.switch(tx, {
      id: decisionId,
      firstDay,
      lines: lines.map((line) => ({ ...line, action: 'issue' as const })),
    });
    for (const line of lines) tx.announce('documents.version-issued.v1', { ...line, effectiveOn: firstDay });
  }

  /** R17: versions that were in force before, each with the decision and the days of its own paper. */
  async keepEarlier(tx: WriteTransaction, taken: readonly TakenItem[]): Promise<void> {
    const lines: {
      decisionId: string;
      documentId: string;
      versionId: string;
      from: LocalDate;
      until: LocalDate;
    }[] = [];
    for (const { documentId, versionId, earlier } of taken) {
      if (earlier === null) continue;
      const { number, signedOn, from, until } = earlier;
      const known = await this.papers.find(tx, { number, signedOn });
      const decisionId = known?.id ?? (await this.#enterEarlier(tx, { number, signedOn, effectiveOn: from }));
      lines.push({ decisionId, documentId, versionId, from, until });
    }
    if (lines.length === 0) return;
    await this.papers.addLines(tx, lines);
    await this.papers.openEarlier(tx, lines);
  }

  #enterEarlier(
    tx: WriteTransaction,
    decision: Pick<PaperDecision, 'number' | 'signedOn' | 'effectiveOn'>,
  ): Promise<string> {
    const abstract = 'Ban hành tài liệu hệ thống quản lý chất lượng (phiên bản trước, nhập từ bản giấy)';
    return this.enter(tx, { ...decision, abstract, signer: { name: '', position: '', formula: '' } }, true);
  }
}

@Injectable()
export class AcceptInForce {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: SigningFacade,
    private readonly taking: ImportTaking,
    private readonly paper: PaperIssuing,
  ) {}

  /**
   * OF-04: what is in force on paper is in force here, by one confirmation: all chosen rows or none, no route, no
   * signature, no reading task.
   * @throws WrongPassword, ImportItemsNotReady, DecisionNumberRepeated, EffectiveBeforeSigning, SignedInFuture, EffectiveOverlap
   */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { batchId, itemIds, decision, acceptRepeatedNumber, password }: AcceptInForceCommand,
  ): Promise<number> {
    const proof = await this.signing.reauthenticate(actor, password);
    const now = this.taking.now();
    const firstDay = firstDayOf(decision, todayIn(now));
    await this.taking.keepMasters(actor, { batchId, itemIds });
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.signing.signer(tx, proof);
      const taken = await this.taking.take(tx, { batchId, itemIds }, 'in-force');
      const current = taken.filter(({ earlier }) => earlier === null);
      const entered = { ...decision, effectiveOn: firstDay };
      if (current.length > 0) {
        const decisionId = await this.paper.enter(tx, entered, acceptRepeatedNumber);
        await this.paper.begin(tx, { decisionId, firstDay, taken: current });
      }
      await this.paper.keepEarlier(tx, taken);
      for (const { itemId, documentId, versionId, fields, sha256, earlier } of taken) {
        tx.record({
          action: 'documents.version-imported',
          subjectType: 'document',
          subjectId: documentId,
          new: { versionId, itemId, fields, sha256, decision: earlier ?? entered },
          reason: FROM_PAPER,
        });
      }
      tx.announce('documents.import-accepted.v1', { batchId });
      return taken.length;
    });
  }
}

/** A paper that was signed long ago: nobody checks its form any more. */
const UNCHECKED = { formState: 'waiting', formCheck: 'optional' } as const;

/** As at any decision, but nobody is asked why it is entered late: that is what an import is. */
function firstDayOf(decision: AcceptInForceCommand['decision'], today: LocalDate): LocalDate {
  const { number, signedOn, effectiveOn } = decision;
  const blank = { effectiveFrom: null, number: null, signedOn: null, effectiveOn: null, lateReason: null };
  return IssuingDecision.restore({ id: '', state: 'draft', lines: 1, ...UNCHECKED, ...blank }).register({
    number,
    signedOn,
    effectiveOn,
    lateReason: FROM_PAPER,
    today,
  });
}

@Injectable()
export class AcceptAsDrafts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly taking: ImportTaking,
  ) {}

  /** Each chosen row becomes a draft that goes its usual way; all or none. @throws ImportItemsNotReady */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    choice: { batchId: string; itemIds: readonly string[] },
  ): Promise<number> {
    await this.taking.keepMasters(actor, choice);
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const taken = await this.taking.take(tx, choice, 'draft');
      for (const { itemId, documentId, versionId, fields, sha256 } of taken) {
        tx.record({
          action: 'documents.version-drafted',
          subjectType: 'document',
          subjectId: documentId,
          new: { versionId, itemId, fields, master: sha256 },
        });
      }
      return taken.length;
    });
  }
}
