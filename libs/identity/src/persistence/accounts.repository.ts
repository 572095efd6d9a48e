import { type LocalDate, type Role } from '@app/kernel';
import { type ReadTransaction, StaleRow, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface AccountRow {
  id: string;
  personId: string;
  fullName: string;
  email: string;
  kind: 'person' | 'lookup';
  positionTitle: string;
  formula: string;
  isoTitle: string | null;
  unitId: string | null;
  unitName: string | null;
  roles: Role[];
  machineId: string | null;
  machineName: string | null;
  identityBasis: string | null;
  since: LocalDate | null;
  endsBefore: LocalDate | null;
  endedReason: string | null;
  isOpen: boolean;
  rowVersion: number;
  login: string;
  temporary: boolean;
  passwordSetAt: Date;
  lockedUntil: Date | null;
  lastSeenAt: Date | null;
  hasSecondFactor: boolean;
  isElsewhere: boolean;
}

export interface PositionFields {
  positionTitle: string;
  formula: string;
  isoTitle: string | null;
  unitId: string | null;
  roles: readonly Role[];
}

export interface NewAccount extends PositionFields {
  id: string;
  personId: string;
  fullName: string;
  email: string;
  login: string;
  passwordHash: string;
  kind: 'person' | 'lookup';
  machineId: string | null;
  identityBasis: string | null;
}

export interface AccountFilter {
  state: 'open' | 'closed' | null;
  kind: 'person' | 'lookup' | null;
  after: readonly [name: string, id: string] | null;
  limit: number;
}

const COLUMNS = `m.id, m.person_id as "personId", m.person_name as "fullName", m.email, m.kind,
  m.position_title as "positionTitle", m.formula, m.iso_title as "isoTitle", m.unit_id as "unitId",
  u.name as "unitName", m.roles, m.machine_id as "machineId", h.name as "machineName",
  m.identity_basis as "identityBasis", lower(m.valid) as since, upper(m.valid) as "endsBefore",
  m.ended_reason as "endedReason", m.valid @> app.today() as "isOpen", m.row_version as "rowVersion",
  c.login, c.temporary, c.password_set_at as "passwordSetAt", c.locked_until as "lockedUntil",
  c.last_seen_at as "lastSeenAt", c.has_second_factor as "hasSecondFactor", c.is_elsewhere as "isElsewhere"`;
const JOINS = `left join organization.unit u on u.agency_id = m.agency_id and u.id = m.unit_id
  left join identity.shared_machine h on h.agency_id = m.agency_id and h.id = m.machine_id
  left join lateral identity.credentials_of(array[m.person_id]) c on true`;

/** Accounts of one agency: its memberships, with what their credentials may tell. */
@Injectable()
export class AccountsRepository {
  list(tx: ReadTransaction, { state, kind, after, limit }: AccountFilter): Promise<AccountRow[]> {
    return tx.query<AccountRow>(
      `with shown as (
         select * from identity.membership m
          where m.agency_id = $1 and ($2::text is null or (m.valid @> app.today()) = ($2 = 'open'))
            and ($3::text is null or m.kind = $3)
            and ($4::text is null or (m.person_name, m.id) > ($4, $5::uuid))
          order by m.person_name, m.id limit $6)
       select ${COLUMNS} from shown m ${JOINS} order by m.person_name, m.id`,
      [tx.actor.agencyId, state, kind, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  get(tx: ReadTransaction, id: string): Promise<AccountRow | null> {
    return tx.one<AccountRow>(
      `select ${COLUMNS} from identity.membership m ${JOINS} where m.agency_id = $1 and m.id = $2`,
      [tx.actor.agencyId, id],
    );
  }

  async add(tx: WriteTransaction, account: NewAccount): Promise<void> {
    await tx.query('select identity.open_account($1, $2, $3, $4, $5, $6)', [
      account.personId,
      account.fullName,
      account.email,
      account.login,
      account.passwordHash,
      account.kind === 'person',
    ]);
    await tx.change(
      `insert into identity.membership (agency_id, id, person_id, person_name, email, unit_id, position_title, formula,
         iso_title, roles, kind, machine_id, identity_basis, valid)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, daterange(app.today(), null))`,
      [
        tx.actor.agencyId,
        account.id,
        account.personId,
        account.fullName,
        account.email,
        account.unitId,
        account.positionTitle,
        account.formula,
        account.isoTitle,
        account.roles,
        account.kind,
        account.machineId,
        account.identityBasis,
      ],
    );
  }

  /** @throws StaleRow */
  async change(
    tx: WriteTransaction,
    { id, rowVersion }: { id: string; rowVersion: number },
    fields: PositionFields,
  ): Promise<void> {
    const changed = await tx.change(
      `update identity.membership set position_title = $4, formula = $5, iso_title = $6, unit_id = $7, roles = $8,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and row_version = $3`,
      [
        tx.actor.agencyId,
        id,
        rowVersion,
        fields.positionTitle,
        fields.formula,
        fields.isoTitle,
        fields.unitId,
        fields.roles,
      ],
    );
    if (changed === 0) throw new StaleRow();
  }

  /** From this moment: the last day of the position is yesterday. */
  async end(tx: WriteTransaction, id: string, reason: string): Promise<void> {
    await tx.change(
      `update identity.membership set valid = valid * daterange(null, app.today()), ended_reason = $3,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and valid @> app.today()`,
      [tx.actor.agencyId, id, reason],
    );
  }

  async passwordState(tx: ReadTransaction): Promise<{ temporary: boolean; setAt: Date }> {
    const row = await tx.one<{ temporary: boolean; setAt: Date }>(
      'select temporary, password_set_at as "setAt" from identity.credentials_of(array[$1]::uuid[])',
      [tx.actor.personId],
    );
    return row ?? { temporary: false, setAt: new Date(0) };
  }

  async undertake(tx: WriteTransaction, personId: string, words: string): Promise<void> {
    await tx.query('select identity.undertake($1, $2)', [personId, words]);
  }

  async endSessions(tx: WriteTransaction, personId: string, except: string | null = null): Promise<void> {
    await tx.query('select identity.end_sessions_of($1, $2)', [personId, except]);
  }

  async closeForGood(tx: WriteTransaction, personId: string): Promise<void> {
    await tx.query('select identity.close_account($1)', [personId]);
  }

  async setPassword(
    tx: WriteTransaction,
    personId: string,
    { hash, temporary }: { hash: string; temporary: boolean },
  ): Promise<void> {
    await tx.query('select identity.set_password($1, $2, $3)', [personId, hash, temporary]);
  }
}
