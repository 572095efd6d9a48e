import { createHash, randomBytes } from 'node:crypto';

import { type Actor, type PersonId, uuidV7 } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

import { type ResolvedSession } from '../domain/session';

export interface Credential {
  personId: PersonId;
  fullName: string;
  passwordHash: string;
  lockedUntil: Date | null;
}

/** The names that the lock screen of a shared machine shows. */
export interface MachinePerson {
  personId: string;
  fullName: string;
  positionTitle: string;
  kind: 'person' | 'lookup';
}

export interface MachineHere {
  agencyId: string;
  machineId: string;
  name: string;
  agencyName: string;
}

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

  /** Of somebody who worked at this shared machine lately: they need not type their login. */
  async findCredentialAt(
    deviceToken: string,
    personId: string,
  ): Promise<(Credential & { login: string }) | null> {
    const rows = await this.#call<Credential & { login: string }>(
      `select person_id as "personId", full_name as "fullName", password_hash as "passwordHash",
              locked_until as "lockedUntil", login from identity.find_credential_at($1, $2)`,
      [digest(deviceToken), personId],
    );
    return rows[0] ?? null;
  }

  async passwordOf(
    personId: string,
  ): Promise<{ passwordHash: string; lockedUntil: Date | null; temporary: boolean } | null> {
    const rows = await this.#call<{ passwordHash: string; lockedUntil: Date | null; temporary: boolean }>(
      `select password_hash as "passwordHash", locked_until as "lockedUntil", temporary
         from identity.password_of($1)`,
      [personId],
    );
    return rows[0] ?? null;
  }

  /** @returns the agencies that must hear of a lock-out; none when there is none, or it is known already (RI-13) */
  noteSignIn(
    login: string,
    personId: string | null,
    succeeded: boolean,
  ): Promise<{ agencyId: string; agencyPath: string }[]> {
    return this.#call(
      'select agency_id as "agencyId", agency_path as "agencyPath" from identity.note_sign_in($1, $2, $3)',
      [login, personId, succeeded],
    );
  }

  /** @returns the secret that the cookie carries; only its hash is stored */
  async open(
    personId: string,
    { browser, deviceToken }: { browser: string; deviceToken: string },
  ): Promise<string> {
    const token = randomBytes(32).toString('base64url');
    await this.#call('select identity.open_session_on($1, $2, $3, $4, $5)', [
      uuidV7(),
      digest(token),
      personId,
      browser,
      digest(deviceToken),
    ]);
    return token;
  }

  /** The shared machine that this browser is, with the people who worked at it lately. */
  async machineAt(deviceToken: string): Promise<{ machine: MachineHere | null; people: MachinePerson[] }> {
    const key = digest(deviceToken);
    const [machine = null] = await this.#call<MachineHere>(
      `select agency_id as "agencyId", machine_id as "machineId", name, agency_name as "agencyName"
         from identity.machine_of($1)`,
      [key],
    );
    if (machine === null) return { machine, people: [] };
    const people = await this.#call<MachinePerson>(
      `select person_id as "personId", full_name as "fullName", position_title as "positionTitle", kind
         from identity.people_of_machine($1)`,
      [key],
    );
    return { machine, people };
  }

  /** Each password given again, with the browser that it was given in (OF-08). */
  async noteSigning(actor: Actor): Promise<void> {
    await this.#call('select identity.note_signing($1, $2, $3, $4, $5)', [
      uuidV7(),
      actor.agencyId,
      actor.personId,
      actor.sessionId ?? null,
      actor.correlationId,
    ]);
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
