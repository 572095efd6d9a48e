import { type Actor, Clock } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NoSecondFactor, SecondFactorDemanded, SecondFactorStands, WrongCode } from '../../domain/refusals';
import { isProved, UNDERTAKING } from '../../domain/second-factor';
import { SecondFactors } from '../../persistence/second-factors';
import { SigningFacade } from '../../signing.facade';
import { OneTimeCodes } from './one-time-codes';

export interface SecondFactorState {
  enabled: boolean;
  confirmedAt: Date | null;
  demanded: boolean;
  codesLeft: number;
  proved: boolean;
  undertaking: string;
}

/** Rows, codes and the count of failures. */
@Injectable()
export class SecondFactorDesk {
  constructor(
    readonly rows: SecondFactors,
    readonly codes: OneTimeCodes,
    readonly signing: SigningFacade,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }
}

/** A person's own second factor: turned on with a code and an undertaking, proved for a series of signatures. */
@Injectable()
export class SecondFactor {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: SecondFactorDesk,
  ) {}

  async state(actor: Actor): Promise<SecondFactorState> {
    const { confirmedAt, isDemanded, codesLeft, provedAt } = await this.desk.rows.of(actor);
    return {
      enabled: confirmedAt !== null,
      confirmedAt,
      demanded: isDemanded,
      codesLeft,
      proved: isProved(provedAt, this.desk.now()),
      undertaking: UNDERTAKING,
    };
  }

  /** A new secret that counts for nothing until a code of it is typed. @throws WrongPassword, SecondFactorStands */
  async begin(actor: Actor, password: string): Promise<{ secret: string; address: string }> {
    await this.desk.signing.recognise(actor, password);
    const secret = this.desk.codes.newSecret();
    const begun = await this.unitOfWork.write(actor, null, (tx) => this.desk.rows.begin(tx, secret));
    if (!begun) throw new SecondFactorStands();
    return { secret, address: this.desk.codes.address(secret, actor.personName) };
  }

  /** @returns the recovery codes, shown once @throws NoSecondFactor, WrongCode, CredentialLocked */
  async confirm(actor: Actor, code: string): Promise<string[]> {
    const { secret } = await this.desk.rows.of(actor);
    if (secret === null) throw new NoSecondFactor();
    const step = await this.#stepOf(actor, { secret, code, lastStep: 0 });
    const recoveryCodes = this.desk.codes.newRecoveryCodes();
    await this.unitOfWork.write(actor, null, async (tx) => {
      const hashes = recoveryCodes.map((each) => this.desk.codes.hashOf(each));
      const confirmed = await this.desk.rows.confirm(tx, { step, undertaking: UNDERTAKING, codes: hashes });
      if (!confirmed) throw new SecondFactorStands();
      tx.record({
        action: 'identity.second-factor-enabled',
        subjectType: 'person',
        subjectId: actor.personId ?? '',
        new: { undertaking: UNDERTAKING },
      });
    });
    return recoveryCodes;
  }

  /** Opens a series of signatures in this session (RI-09). @throws NoSecondFactor, WrongCode, CredentialLocked */
  async prove(actor: Actor, code: string): Promise<void> {
    const { secret, confirmedAt, lastStep } = await this.desk.rows.of(actor);
    if (secret === null || confirmedAt === null) throw new NoSecondFactor();
    const isRecovery = code.replace(/[^A-Za-z0-9]/g, '').length === 16;
    const step = isRecovery ? null : await this.#stepOf(actor, { secret, code, lastStep });
    await this.desk.signing.assertNotLocked(actor);
    const proved = await this.unitOfWork.write(actor, null, async (tx) => {
      const done =
        step === null
          ? await this.desk.rows.useCode(tx, this.desk.codes.hashOf(code))
          : await this.desk.rows.prove(tx, step);
      if (done && isRecovery) {
        tx.record({
          action: 'identity.recovery-code-used',
          subjectType: 'person',
          subjectId: actor.personId ?? '',
        });
      }
      return done;
    });
    if (!proved) await this.#refuse(actor);
  }

  /** @throws SecondFactorDemanded, SecondFactorNeeded, WrongPassword */
  async remove(actor: Actor, password: string): Promise<void> {
    const { isDemanded } = await this.desk.rows.of(actor);
    if (isDemanded) throw new SecondFactorDemanded();
    await this.desk.signing.reauthenticate(actor, password);
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.desk.rows.drop(tx);
      tx.record({
        action: 'identity.second-factor-removed',
        subjectType: 'person',
        subjectId: actor.personId ?? '',
      });
    });
  }

  async #stepOf(
    actor: Actor,
    { secret, code, lastStep }: { secret: string; code: string; lastStep: number },
  ): Promise<number> {
    await this.desk.signing.assertNotLocked(actor);
    return (await this.desk.codes.stepOf(secret, code, lastStep)) ?? this.#refuse(actor);
  }

  /** A wrong code counts like a wrong password: after five the account waits (RI-13). */
  async #refuse(actor: Actor): Promise<never> {
    await this.desk.signing.noteFailure(actor, '(second factor)');
    throw new WrongCode();
  }
}
