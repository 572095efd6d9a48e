import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { SigningPairNotFound } from '../../domain/desk/refusals';
import { type PairOfActs, SigningPairsRepository } from '../../persistence/desk/signing-pairs.repository';

/** The head has looked at it and says why it was so; nothing is blocked (OF-08). */
@Injectable()
export class NoteSigningPair {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly pairs: SigningPairsRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws SigningPairNotFound */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { note, ...pair }: PairOfActs & { note: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      if (!(await this.pairs.stands(tx, pair))) throw new SigningPairNotFound();
      await this.pairs.note(tx, { ...pair, id: this.ids.next(), note });
      tx.record({
        action: 'documents.signing-pair-noted',
        subjectType: 'signing-act',
        subjectId: pair.laterId,
        new: { earlierId: pair.earlierId },
        reason: note,
      });
    });
  }
}
