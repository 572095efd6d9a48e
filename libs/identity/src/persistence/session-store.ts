import { createHash, randomBytes } from 'node:crypto';

import { type PersonId, uuidV7 } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ResolvedSession } from '../domain/session';

export interface Credential {
  personId: PersonId;
  fullName: string;
  passwordHash: string;
  lockedUntil: Date | null;
}

const ABSOLUTE_HOURS = 12;

/** Persons, credentials and sessions lie behind policies that let nobody in: only listed functions reach them. */
@Injectable()
export class SessionStore {
  constructor(private readonly dataSource: DataSource) {}

  async findCredential(login: string): Promise<Credential | null> {
    const rows = await this.#call<Credential>(
      `select person_id as "personId", full_name as "fullName", password_hash as "passwordHash",
              locked_until as "lockedUntil" from identity.find_credential($1)`,
      [login],
    );
    return rows[0] ?? null;
  }

  async passwordOf(personId: string): Promise<{ passwordHash: string; lockedUntil: Date | null } | null> {
    const rows = await this.#call<{ passwordHash: string; lockedUntil: Date | null }>(
      'select password_hash as "passwordHash", locked_until as "lockedUntil" from identity.password_of($1)',
      [personId],
    );
    return rows[0] ?? null;
  }

  async noteSignIn(login: string, personId: string | null, succeeded: boolean): Promise<void> {
    await this.#call('select identity.note_sign_in($1, $2, $3)', [login, personId, succeeded]);
  }

  /** @returns the secret that the cookie carries; only its hash is stored */
  async open(personId: string, device: string): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.#call('select identity.open_session($1, $2, $3, $4, $5)', [
      uuidV7(),
      digest(token),
      personId,
      ABSOLUTE_HOURS,
      device,
    ]);
    return token;
  }

  async end(token: string): Promise<void> {
    await this.#call('select identity.end_session($1)', [digest(token)]);
  }

  async actFor(token: string, agencyId: string): Promise<boolean> {
    const rows = await this.#call<{ done: boolean }>('select identity.act_for($1, $2) as done', [
      digest(token),
      agencyId,
    ]);
    return rows[0]?.done ?? false;
  }

  /** One statement: person, agencies, roles, custody. Null when the session is unknown, ended or too old. */
  async resolve(token: string): Promise<ResolvedSession | null> {
    const rows = await this.#call<{ session: ResolvedSession | null }>(
      'select identity.resolve_session($1) as session',
      [digest(token)],
    );
    return rows[0]?.session ?? null;
  }

  async #call<Row>(sql: string, values: unknown[]): Promise<Row[]> {
    const rows: unknown = await this.dataSource.query(sql, values);
    return rows as Row[];
  }
}

function digest(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
