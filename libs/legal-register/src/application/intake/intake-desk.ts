import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { IntakesRepository } from '../../persistence/intake/intakes.repository';

const SUBJECT = 'legal-intake';

/** What a person decides about a text that came in. */
@Injectable()
export class IntakeDesk {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly intakes: IntakesRepository,
    private readonly clock: Clock,
  ) {}

  /** It does not belong into the register; why is kept. @throws IntakeNotFound, IntakeClosed */
  async dismiss(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.intakes.openForUpdate(tx, id);
      await this.intakes.dismissed(tx, id, reason, this.clock.now());
      tx.record({ action: 'legal-register.intake-dismissed', subjectType: SUBJECT, subjectId: id, reason });
    });
  }

  /** Locks a text that somebody is about to record. @throws IntakeNotFound, IntakeClosed */
  claim(tx: WriteTransaction, id: string): Promise<void> {
    return this.intakes.openForUpdate(tx, id);
  }

  /** The text stands in the register now. */
  async recorded(tx: WriteTransaction, id: string, textId: string): Promise<void> {
    await this.intakes.recorded(tx, id, textId, this.clock.now());
    tx.record({
      action: 'legal-register.intake-recorded',
      subjectType: SUBJECT,
      subjectId: id,
      new: { textId },
    });
  }
}
