import { type Actor, Clock, tidyLine } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ChangesRepository } from '../persistence/changes.repository';
import { ChangeGround } from './announcements/change-ground';

export interface WithdrawChangeCommand {
  changeId: string;
  /** One line that everybody who was asked will read. */
  reason: string;
}

/** Takes a change back: every open assessment of it ends at once, and each agency ends its own tasks and reminders. */
@Injectable()
export class WithdrawChange {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly changes: ChangesRepository,
    private readonly ground: ChangeGround,
    private readonly clock: Clock,
  ) {}

  /** @throws ChangeNotFound, NotTheSteward, NotEntitledForField, WithdrawReasonNeeded, IllegalTransition */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { changeId, reason }: WithdrawChangeCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const change = await this.changes.getForUpdate(tx, changeId);
      const { state } = change.snapshot;
      change.withdraw(await this.changes.confirmer(tx), { reason: tidyLine(reason), at: this.clock.now() });
      await this.changes.save(tx, change);
      const ended = state === 'confirmed' ? await this.changes.withdraw(tx, changeId) : null;
      await this.ground.withdraw(tx, change.snapshot, tidyLine(reason));
      tx.record({
        action: 'legal-impact.change-withdrawn',
        subjectType: 'legal-change',
        subjectId: changeId,
        old: { state },
        new: { state: 'withdrawn', ended },
        reason: tidyLine(reason),
      });
    });
  }
}
