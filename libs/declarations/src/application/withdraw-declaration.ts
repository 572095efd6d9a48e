import { SigningFacade } from '@app/identity';
import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';

@Injectable()
export class WithdrawDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: DeclarationsRepository,
    private readonly hand: WithdrawalHand,
    private readonly news: DeclarationNews,
  ) {}

  /** Off the portal in the same transaction (I-15). @throws DeclarationNotFound, NotPublished, WrongPassword, CredentialLocked */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason, password }: { id: string; reason: string; password: string },
  ): Promise<void> {
    await this.hand.reauthenticate(actor, password);
    const now = this.hand.now();
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.declarations.getForUpdate(tx, id);
      loaded.declaration.withdraw(reason);
      await this.declarations.save(tx, loaded, { ended_at: now, withdrawn_by: actor.personId });
      await tx.query('select portal.withdraw($1)', [id]);
      tx.record({
        action: 'declarations.withdrawn',
        subjectType: 'declaration',
        subjectId: id,
        old: { state: loaded.row.state },
        new: { state: 'withdrawn' },
        reason,
      });
      tx.announce('declarations.declaration-withdrawn.v1', { declarationId: id });
      await this.news.withdrawn(tx, loaded.row, loaded.row.number ?? '');
    });
  }
}

/** Who withdraws types the password again, and when it happens is now. */
@Injectable()
export class WithdrawalHand {
  constructor(
    private readonly signing: SigningFacade,
    private readonly clock: Clock,
  ) {}

  async reauthenticate(actor: Actor, password: string): Promise<void> {
    await this.signing.reauthenticate(actor, password);
  }

  now(): Date {
    return this.clock.now();
  }
}
