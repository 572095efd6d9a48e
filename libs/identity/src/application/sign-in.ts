import { type Actor, type PermissionTable } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Inject, Injectable } from '@nestjs/common';

import { actingAgency, actorFor } from '../domain/mandate';
import { CodeNeeded, CredentialLocked, NoAgency, WrongCredentials } from '../domain/refusals';
import { type ResolvedSession } from '../domain/session';
import { type Credential, SessionStore } from '../persistence/session-store';
import { LockOuts } from './lock-outs';
import { PERMISSIONS } from './permissions.token';
import { Passwords } from './passwords';
import { SecondFactor } from './second-factor/second-factor';

export interface SignInCommand {
  /** Who: a login, or one of the names on the lock screen of a shared machine. */
  login: string | null;
  personId: string | null;
  password: string;
  /** Code of the second factor, asked at shared machines. */
  code: string | null;
  browser: string;
  deviceToken: string;
  correlationId: string;
}

type Known = Credential & { login: string };

export interface SignedIn {
  token: string;
  session: ResolvedSession;
  actor: Actor;
}

/** Login and password, with what follows from a wrong one. */
@Injectable()
export class Recognition {
  constructor(
    private readonly store: SessionStore,
    private readonly passwords: Passwords,
    private readonly lockOuts: LockOuts,
  ) {}

  /** @throws WrongCredentials, CredentialLocked, TooManyAtOnce */
  async execute(command: SignInCommand): Promise<{ personId: string; login: string }> {
    const credential = await this.#find(command);
    if (credential?.lockedUntil && credential.lockedUntil > new Date()) throw new CredentialLocked();
    const matches = await this.passwords.verify(credential?.passwordHash ?? null, command.password);
    if (credential === null || !matches) return this.#refuse(command, credential);
    return { personId: credential.personId, login: credential.login };
  }

  async #refuse({ login }: SignInCommand, known: Known | null): Promise<never> {
    const personId = known?.personId ?? null;
    const agencies = await this.store.noteSignIn(known?.login ?? login ?? '', personId, false);
    await this.lockOuts.tell(personId, agencies);
    throw new WrongCredentials();
  }

  async #find({ login, personId, deviceToken }: SignInCommand): Promise<Known | null> {
    if (personId !== null) return this.store.findCredentialAt(deviceToken, personId);
    const found = await this.store.findCredential(login ?? '');
    return found && { ...found, login: login ?? '' };
  }
}

/** Who came, in the chain of their agency. */
@Injectable()
export class SignInJournal {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    @Inject(PERMISSIONS) readonly table: PermissionTable,
  ) {}

  async signedIn({ actor, session }: Omit<SignedIn, 'token'>): Promise<void> {
    await this.unitOfWork.write(actor, null, (tx) => {
      const at = session.machine === null ? {} : { new: { machine: session.machine.name } };
      tx.record({
        action: 'identity.signed-in',
        subjectType: 'person',
        subjectId: session.person.id,
        ...at,
      });
      return Promise.resolve();
    });
  }
}

@Injectable()
export class SignIn {
  constructor(
    private readonly store: SessionStore,
    private readonly recognition: Recognition,
    private readonly secondFactor: SecondFactor,
    private readonly journal: SignInJournal,
  ) {}

  /**
   * Opens a new session (never continues one: no fixation) and journals it in the agency that the person works for. At
   * a shared machine the second factor is asked as well, where the person has one (OF-08).
   * @throws WrongCredentials, CredentialLocked, NoAgency, TooManyAtOnce, CodeNeeded, WrongCode
   */
  async execute(command: SignInCommand): Promise<SignedIn> {
    const { personId, login } = await this.recognition.execute(command);
    const token = await this.store.open(personId, command);
    try {
      const entered = await this.#enter(token, command);
      await this.store.noteSignIn(login, personId, true);
      await this.journal.signedIn(entered);
      return { token, ...entered };
    } catch (error) {
      await this.store.end(token);
      throw error;
    }
  }

  async #enter(token: string, { code, correlationId }: SignInCommand): Promise<Omit<SignedIn, 'token'>> {
    const session = await this.store.resolve(token);
    const agency = session && actingAgency(session);
    if (!session || !agency) throw new NoAgency();
    const actor = actorFor(session, agency, { table: this.journal.table, correlationId });
    if (session.machine !== null && (await this.secondFactor.state(actor)).enabled) {
      if (code === null) throw new CodeNeeded();
      await this.secondFactor.prove(actor, code);
    }
    return { session, actor };
  }
}
