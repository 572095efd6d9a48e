import { type Actor, type PermissionTable } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Inject, Injectable } from '@nestjs/common';

import { actingAgency, actorFor } from '../domain/mandate';
import { CredentialLocked, NoAgency, WrongCredentials } from '../domain/refusals';
import { type ResolvedSession } from '../domain/session';
import { SessionStore } from '../persistence/session-store';
import { PERMISSIONS } from './permissions.token';
import { Passwords } from './passwords';

export interface SignInCommand {
  login: string;
  password: string;
  device: string;
  correlationId: string;
}

export interface SignedIn {
  token: string;
  session: ResolvedSession;
  actor: Actor;
}

@Injectable()
export class SignIn {
  constructor(
    private readonly store: SessionStore,
    private readonly passwords: Passwords,
    private readonly unitOfWork: UnitOfWork,
    @Inject(PERMISSIONS) private readonly table: PermissionTable,
  ) {}

  /**
   * Opens a new session (never continues one: no fixation) and journals it in the agency that the person works for.
   * @throws WrongCredentials, CredentialLocked, NoAgency, TooManyAtOnce
   */
  async execute({ login, password, device, correlationId }: SignInCommand): Promise<SignedIn> {
    const personId = await this.#recognise(login, password);
    const token = await this.store.open(personId, device);
    const session = await this.store.resolve(token);
    const agency = session && actingAgency(session);
    if (!session || !agency) {
      await this.store.end(token);
      throw new NoAgency();
    }
    const actor = actorFor(session, agency, { table: this.table, correlationId });
    await this.unitOfWork.write(actor, null, (tx) => {
      tx.record({ action: 'identity.signed-in', subjectType: 'person', subjectId: personId });
      return Promise.resolve();
    });
    return { token, session, actor };
  }

  /** The person behind login and password; each try is noted, right or wrong. */
  async #recognise(login: string, password: string): Promise<string> {
    const credential = await this.store.findCredential(login);
    if (credential?.lockedUntil && credential.lockedUntil > new Date()) throw new CredentialLocked();
    const matches = await this.passwords.verify(credential?.passwordHash ?? null, password);
    await this.store.noteSignIn(login, credential?.personId ?? null, matches);
    if (credential === null || !matches) throw new WrongCredentials();
    return credential.personId;
  }
}
