import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NotOverTheseAgencies, SuccessionImpossible } from '../domain/refusals';
import { type SuccessionCommand, SuccessionsRepository } from '../persistence/successions.repository';

@Injectable()
export class RecordSuccession {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly successions: SuccessionsRepository,
  ) {}

  /**
   * A merger: the predecessors end on the day, their records stay theirs and come into the successor's custody (OF-11).
   * @throws SuccessionImpossible, NotOverTheseAgencies
   */
  async execute(actor: Actor, idempotency: Idempotency | null, command: SuccessionCommand): Promise<void> {
    const predecessorIds = [...new Set(command.predecessorIds)];
    if (predecessorIds.length === 0 || predecessorIds.includes(command.successorId))
      throw new SuccessionImpossible();
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const given = { ...command, predecessorIds };
      const found = await this.successions.standing(tx, given);
      if (found?.standing !== predecessorIds.length + 1) throw new SuccessionImpossible();
      if (!found.isOver) throw new NotOverTheseAgencies();
      await this.successions.record(tx, given);
      tx.record({
        action: 'organization.succession-recorded',
        subjectType: 'agency',
        subjectId: command.successorId,
        new: given,
      });
    });
  }
}
