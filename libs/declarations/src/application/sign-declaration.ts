import { SigningFacade } from '@app/identity';
import { type Actor, Clock, uuidV7 } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeclarationSignature } from '../domain/declaration';
import { DeclarationsRepository, type LoadedDeclaration } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';
import { contentHash, DeclarationScope } from './declaration-scope';

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

type Proof = Awaited<ReturnType<SigningFacade['reauthenticate']>>;
type Lines = Parameters<DeclarationScope['readiness']>[2];

/** Makes the signature of a declaration and puts it there. */
@Injectable()
export class DeclarationSeal {
  constructor(
    private readonly signing: SigningFacade,
    private readonly scope: DeclarationScope,
    private readonly clock: Clock,
  ) {}

  reauthenticate(actor: Actor, password: string): Promise<Proof> {
    return this.signing.reauthenticate(actor, password);
  }

  /** @throws AlreadySigned, NotReady */
  async put(
    tx: WriteTransaction,
    proof: Proof,
    { loaded, lines, supersedesId }: { loaded: LoadedDeclaration; lines: Lines; supersedesId: string | null },
  ): Promise<{
    signature: DeclarationSignature;
    letterhead: Awaited<ReturnType<DeclarationScope['letterhead']>>;
  }> {
    const conditions = await this.scope.readiness(tx, loaded.row, lines);
    loaded.declaration.assertSignable(conditions);
    const signer = await this.signing.signer(tx, proof);
    const letterhead = await this.scope.letterhead(tx);
    const signedAt = this.clock.now();
    const signature: DeclarationSignature = {
      signerId: signer.signerId,
      signerName: signer.signerName,
      signerPosition: signer.positionTitle,
      signerFormula: signer.formula,
      contentHash: contentHash({ row: loaded.row, scope: lines, letterhead, signer, signedAt, supersedesId }),
      signedAt,
    };
    loaded.declaration.sign(signature, conditions);
    return { signature, letterhead };
  }
}
