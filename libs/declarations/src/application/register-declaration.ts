import { type Actor, Clock, type LocalDate, todayIn } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NumberRepeated } from '../domain/refusals';
import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';

export interface RegisterDeclarationCommand {
  id: string;
  number: string;
  signedOn: LocalDate;
  acceptRepeatedNumber: boolean;
}

@Injectable()
export class RegisterDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: DeclarationsRepository,
    private readonly news: DeclarationNews,
    private readonly clock: Clock,
  ) {}

  /** @throws DeclarationNotFound, NotYetSigned, AlreadyRegistered, SignedInFuture, NumberRepeated */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    command: RegisterDeclarationCommand,
  ): Promise<void> {
    const { id, number, signedOn, acceptRepeatedNumber } = command;
    const now = this.clock.now();
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.declarations.getForUpdate(tx, id);
      loaded.declaration.register({ number, signedOn, today: todayIn(now) });
      if (!acceptRepeatedNumber && (await this.declarations.numberStands(tx, id, number, signedOn))) {
        throw new NumberRepeated();
      }
      await this.declarations.save(tx, loaded, { registered_at: now, registered_by: actor.personId });
      tx.record({
        action: 'declarations.registered',
        subjectType: 'declaration',
        subjectId: id,
        new: { number, signedOn },
      });
      tx.announce('declarations.declaration-registered.v1', { declarationId: id });
      await this.news.registered(tx, loaded.row);
    });
  }
}
