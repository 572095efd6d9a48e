import { SigningFacade } from '@app/identity';
import { type Actor, Clock } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeclarationSignature } from '../domain/declaration';
import { type LoadedDeclaration } from '../persistence/declarations.repository';
import { contentHash, DeclarationScope } from './declaration-scope';

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
