import { type Actor, parseLocalDate } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ConfirmationOutcome, type ConfirmationTerms, type LegalChange } from '../domain/legal-change';
import { DeadlinePast, NoDeadlineRule } from '../domain/refusals';
import { ChangesRepository } from '../persistence/changes.repository';
import { ChangeGround } from './announcements/change-ground';
import { ProposedDeadlines } from './proposed-deadlines';

export interface ConfirmChangeCommand {
  changeId: string;
  /** Absent = as the rule proposes. */
  deadlineOn?: string | null;
}

/**
 * Confirms a change and opens one assessment for each document it reaches, in every agency at once. Confirming again
 * changes nothing; a wide change waits for a second person.
 */
@Injectable()
export class ConfirmChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangesRepository,
    private readonly deadlines: ProposedDeadlines,
    private readonly ground: ChangeGround,
  ) {}

  /** @throws ChangeNotFound, NotTheSteward, NotEntitledForField, SecondPersonNeeded, DeadlinePast, NoDeadlineRule */
  execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { changeId, deadlineOn = null }: ConfirmChangeCommand,
  ): Promise<ConfirmationOutcome> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const change = await this.changes.getForUpdate(tx, changeId);
      const confirmer = await this.changes.confirmer(tx);
      change.assertMayConfirm(confirmer);
      if (change.snapshot.state === 'confirmed') return 'unchanged';
      const outcome = change.confirm(confirmer, await this.#terms(tx, change, deadlineOn));
      await this.changes.save(tx, change);
      if (outcome === 'confirmed') await this.#open(tx, change);
      else this.#recordFirst(tx, change);
      return outcome;
    });
  }

  async #terms(
    tx: WriteTransaction,
    { snapshot }: LegalChange,
    deadlineOn: string | null,
  ): Promise<ConfirmationTerms> {
    const proposal = await this.deadlines.propose(tx, snapshot.effectiveOn);
    if (proposal === null) throw new NoDeadlineRule();
    const asked =
      deadlineOn === null ? (snapshot.deadlineOn ?? proposal.deadlineOn) : parseLocalDate(deadlineOn);
    if (asked === null) throw new DeadlinePast();
    const { rule, at, today, basis } = proposal;
    const reach = await this.changes.reach(tx, snapshot.id);
    // A day that a person chose stays; one that the rule gave moves with the calendar.
    const deadlineBasis =
      asked === proposal.deadlineOn ? basis : asked === snapshot.deadlineOn ? snapshot.deadlineBasis : null;
    return {
      at,
      today,
      deadlineOn: asked,
      deadlineBasis,
      reach,
      secondPersonAbove: rule.secondPersonAbove,
    };
  }

  async #open(tx: WriteTransaction, { snapshot }: LegalChange): Promise<void> {
    const opened = await this.changes.open(tx, snapshot.id);
    await this.ground.confirm(tx, snapshot);
    tx.record({
      action: 'legal-impact.change-confirmed',
      subjectType: 'legal-change',
      subjectId: snapshot.id,
      new: { reach: snapshot.reach, deadlineOn: snapshot.deadlineOn, opened },
    });
  }

  #recordFirst(tx: WriteTransaction, { snapshot }: LegalChange): void {
    tx.record({
      action: 'legal-impact.change-confirmed-by-first-person',
      subjectType: 'legal-change',
      subjectId: snapshot.id,
      new: { deadlineOn: snapshot.deadlineOn },
    });
  }
}
