import { type Actor, AGENCY_OFFICERS, Ids, type Role } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { faultOf } from '../../domain/password-rule';
import {
  AccountElsewhere,
  AccountEnded,
  AccountNotFound,
  MachineNotFound,
  OwnAccount,
  PasswordWeak,
  RoleNotOurs,
} from '../../domain/refusals';
import {
  AccountsRepository,
  type AccountRow,
  type PositionFields,
} from '../../persistence/accounts.repository';
import { SharedMachinesRepository } from '../../persistence/shared-machines.repository';
import { Passwords } from '../passwords';

/** What an agency gives; the others come from the province and the installation. */
export const AGENCY_ROLES: readonly Role[] = ['reader', ...AGENCY_OFFICERS];

const SUBJECT = 'account';

export interface OpenAccountCommand extends PositionFields {
  fullName: string;
  email: string;
  login: string;
  password: string;
  identityBasis: string;
}

export interface OpenLookupCommand {
  name: string;
  login: string;
  password: string;
  machineId: string;
}

/** Hashes of passwords that keep the rule, ids, and the accounts themselves. */
@Injectable()
export class AccountDesk {
  constructor(
    readonly rows: AccountsRepository,
    readonly machines: SharedMachinesRepository,
    private readonly passwords: Passwords,
    private readonly ids: Ids,
  ) {}

  /** @throws PasswordWeak */
  hash(password: string, about: readonly string[]): Promise<string> {
    const fault = faultOf(password, about);
    if (fault !== null) throw new PasswordWeak(fault);
    return this.passwords.hash(password);
  }

  nextId(): string {
    return this.ids.next();
  }

  /** Another person's account that is still open. @throws AccountNotFound, AccountEnded, OwnAccount */
  async another(tx: WriteTransaction, id: string): Promise<AccountRow> {
    const account = await this.rows.get(tx, id);
    if (account === null) throw new AccountNotFound();
    if (account.personId === tx.actor.personId) throw new OwnAccount();
    if (!account.isOpen) throw new AccountEnded();
    return account;
  }
}

/** Accounts of an agency: opened on a checked identity, changed, closed at once (RI-04, RI-12). */
@Injectable()
export class Accounts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: AccountDesk,
  ) {}

  /** @throws PasswordWeak, RoleNotOurs */
  async open(
    actor: Actor,
    idempotency: Idempotency | null,
    { password, ...fields }: OpenAccountCommand,
  ): Promise<void> {
    assertOurs(fields.roles, []);
    const passwordHash = await this.desk.hash(password, [fields.login]);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const account = { ...fields, id: this.desk.nextId(), personId: this.desk.nextId() };
      await this.desk.rows.add(tx, { ...account, passwordHash, kind: 'person', machineId: null });
      announce(tx, account, { action: 'identity.account-opened', new: fields });
    });
  }

  /** A counter's account that reads, at a shared machine of the agency (OF-08). @throws PasswordWeak, MachineNotFound */
  async openLookup(
    actor: Actor,
    idempotency: Idempotency | null,
    { name, login, password, machineId }: OpenLookupCommand,
  ): Promise<void> {
    const passwordHash = await this.desk.hash(password, [login]);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      if ((await this.desk.machines.standing(tx, machineId)) === null) throw new MachineNotFound();
      const id = this.desk.nextId();
      await this.desk.rows.add(tx, {
        id,
        personId: this.desk.nextId(),
        fullName: name,
        email: '',
        login,
        passwordHash,
        kind: 'lookup',
        machineId,
        identityBasis: null,
        positionTitle: 'Tài khoản tra cứu',
        formula: '',
        isoTitle: null,
        unitId: null,
        roles: ['reader'],
      });
      tx.record({
        action: 'identity.lookup-account-opened',
        subjectType: SUBJECT,
        subjectId: id,
        new: { name, login, machineId },
      });
    });
  }

  /** @throws AccountNotFound, AccountEnded, OwnAccount, RoleNotOurs, StaleRow */
  async change(
    actor: Actor,
    { id, rowVersion }: { id: string; rowVersion: number },
    fields: PositionFields,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const account = await this.desk.another(tx, id);
      if (account.kind === 'lookup') throw new AccountNotFound();
      assertOurs(fields.roles, account.roles);
      await this.desk.rows.change(tx, { id, rowVersion }, fields);
      const { positionTitle, formula, isoTitle, unitId, roles } = account;
      announce(tx, account, {
        action: 'identity.account-changed',
        old: { positionTitle, formula, isoTitle, unitId, roles },
        new: fields,
      });
    });
  }

  /** Whoever leaves is out at once: no session of theirs outlives this transaction (RI-04). */
  async close(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const account = await this.desk.another(tx, id);
      await this.desk.rows.end(tx, id, reason);
      await this.desk.rows.endSessions(tx, account.personId);
      if (account.kind === 'lookup') await this.desk.rows.closeForGood(tx, account.personId);
      announce(tx, account, { action: 'identity.account-closed', reason });
    });
  }

  /** For somebody who forgot theirs; it opens a session and signs nothing until they set their own (RI-12). */
  async resetPassword(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, password }: { id: string; password: string },
  ): Promise<void> {
    const hash = await this.desk.hash(password, []);
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const account = await this.desk.another(tx, id);
      if (account.isElsewhere) throw new AccountElsewhere();
      await this.desk.rows.setPassword(tx, account.personId, { hash, temporary: account.kind === 'person' });
      await this.desk.rows.endSessions(tx, account.personId);
      tx.record({ action: 'identity.password-reset', subjectType: SUBJECT, subjectId: id });
    });
  }
}

function assertOurs(roles: readonly Role[], before: readonly Role[]): void {
  if (roles.length === 0 || roles.some((role) => !AGENCY_ROLES.includes(role) && !before.includes(role)))
    throw new RoleNotOurs();
}

/** Journal row and fact of one change to one account. */
function announce(
  tx: WriteTransaction,
  { id, personId }: { id: string; personId: string },
  entry: { action: string; old?: object; new?: object; reason?: string },
): void {
  tx.announce('identity.membership-changed.v1', { personId });
  tx.record({ subjectType: SUBJECT, subjectId: id, ...entry });
}
