import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';
import { WithdrawalHand } from './withdrawal-hand';

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
