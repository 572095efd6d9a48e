import { type Actor } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { UndertakingNeeded } from '../../domain/refusals';
import { UNDERTAKING } from '../../domain/second-factor';
import { SigningFacade } from '../../signing.facade';
import { AccountDesk } from './accounts';

/** A person's own password: what they set themselves is theirs alone, and signs (RI-12, RI-13). */
@Injectable()
export class OwnPassword {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: SigningFacade,
    private readonly desk: AccountDesk,
  ) {}

  /** Whether somebody else chose it, and since when it stands. */
  async state(actor: Actor): Promise<{ temporary: boolean; setAt: Date }> {
    return this.unitOfWork.read(actor, (tx) => this.desk.rows.passwordState(tx));
  }

  /**
   * Ends every other session of theirs. Whoever takes an account over from the one who opened it undertakes to keep it
   * for themselves; the words are kept (RI-12).
   * @throws WrongPassword, CredentialLocked, PasswordWeak, UndertakingNeeded
   */
  async change(
    actor: Actor,
    { password, next, undertaken }: { password: string; next: string; undertaken: boolean },
  ): Promise<void> {
    await this.signing.recognise(actor, password);
    const hash = await this.desk.hash(next, [password, ...actor.personName.split(' ').slice(-1)]);
    const personId = actor.personId ?? '';
    await this.unitOfWork.write(actor, null, async (tx) => {
      const { temporary } = await this.desk.rows.passwordState(tx);
      if (temporary && !undertaken) throw new UndertakingNeeded();
      if (undertaken) await this.desk.rows.undertake(tx, personId, UNDERTAKING);
      await this.desk.rows.setPassword(tx, personId, { hash, temporary: false });
      await this.desk.rows.endSessions(tx, personId, actor.sessionId ?? null);
      tx.record({
        action: 'identity.password-changed',
        subjectType: 'person',
        subjectId: personId,
        new: undertaken ? { undertaking: UNDERTAKING } : {},
      });
    });
  }
}
