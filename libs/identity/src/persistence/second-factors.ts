import { type Actor } from '@app/kernel';
import { type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { SecretSeal } from './sealed-secret';

export interface SecondFactorRow {
  secret: string | null;
  confirmedAt: Date | null;
  lastStep: number;
  codesLeft: number;
  /** When this session last proved it. */
  provedAt: Date | null;
  /** Whether the agency that the person acts for asks it of its signers. */
  isDemanded: boolean;
}

/** Secrets of people lie behind policies that let nobody in: only listed functions reach them. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly dataSource: DataSource,
    private readonly seal: SecretSeal,
  ) {}

  async of({ personId, sessionId = null, agencyId }: Actor): Promise<SecondFactorRow> {
    const rows: unknown = await this.dataSource.query(
      `select secret, confirmed_at as "confirmedAt", last_step as "lastStep", codes_left as "codesLeft",
              proved_at as "provedAt", is_demanded as "isDemanded" from identity.second_factor_of($1, $2, $3)`,
      [personId, sessionId, agencyId],
    );
    const [row] = rows as [SecondFactorRow];
    return { ...row, secret: row.secret === null ? null : await this.#opened(personId ?? '', row.secret) };
  }

  begin(tx: WriteTransaction, secret: string): Promise<boolean> {
    const { personId } = tx.actor;
    return done(tx, 'select identity.begin_second_factor($1, $2) as done', [
      personId,
      this.seal.seal(personId ?? '', secret),
    ]);
  }

  confirm(
    tx: WriteTransaction,
    { step, undertaking, codes }: { step: number; undertaking: string; codes: readonly Buffer[] },
  ): Promise<boolean> {
    return done(tx, 'select identity.confirm_second_factor($1, $2, $3, $4) as done', [
      tx.actor.personId,
      step,
      undertaking,
      codes.map((code) => `\\x${code.toString('hex')}`),
    ]);
  }

  prove(tx: WriteTransaction, step: number): Promise<boolean> {
    const { personId, sessionId = null } = tx.actor;
    return done(tx, 'select identity.prove_second_factor($1, $2, $3) as done', [personId, sessionId, step]);
  }

  useCode(tx: WriteTransaction, code: Buffer): Promise<boolean> {
    const { personId, sessionId = null } = tx.actor;
    return done(tx, 'select identity.use_recovery_code($1, $2, $3) as done', [personId, sessionId, code]);
  }

  async drop(tx: WriteTransaction): Promise<void> {
    await tx.query('select identity.drop_second_factor($1)', [tx.actor.personId]);
  }

  /** What was stored before secrets were sealed, or under an older key, is sealed anew when it is first used. */
  async #opened(personId: string, stored: string): Promise<string> {
    const secret = this.seal.open(personId, stored);
    if (!this.seal.isCurrent(stored)) {
      await this.dataSource.query('select identity.reseal_second_factor($1, $2, $3)', [
        personId,
        stored,
        this.seal.seal(personId, secret),
      ]);
    }
    return secret;
  }
}

async function done(tx: WriteTransaction, sql: string, values: SqlValue[]): Promise<boolean> {
  return (await tx.one<{ done: boolean }>(sql, values))?.done ?? false;
}
