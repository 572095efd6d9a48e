import { type Actor, uuidV7 } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';
import { DeclarationSeal } from './declaration-seal';

/** The head declares: the password again, the content hashed with what makes it mean something. */
@Injectable()
export class SignDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: DeclarationsRepository,
    private readonly seal: DeclarationSeal,
    private readonly news: DeclarationNews,
  ) {}

  /** @throws DeclarationNotFound, AlreadySigned, NotReady, WrongPassword, CredentialLocked */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, password }: { id: string; password: string },
  ): Promise<void> {
    const proof = await this.seal.reauthenticate(actor, password);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.declarations.getForUpdate(tx, id);
      const supersedesId = await this.declarations.publishedId(tx);
      const { signature, letterhead } = await this.seal.put(tx, proof, {
        loaded,
        supersedesId,
        lines: await this.declarations.lines(tx, loaded.row),
      });
      await this.declarations.save(tx, loaded, {
        agency_name: letterhead.name,
        superior_name: letterhead.superiorName,
        seat: letterhead.seat,
        supersedes_id: supersedesId,
        signature_id: uuidV7(signature.signedAt),
      });
      tx.record({
        action: 'declarations.signed',
        subjectType: 'declaration',
        subjectId: id,
        new: { ...signature, meaning: 'declared' },
      });
      await this.news.waitsForNumber(tx, loaded.row);
    });
  }
}
