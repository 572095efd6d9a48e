import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type SqlValue, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DelegationNotFound } from '../domain/refusals';

export type DelegationFormula = 'TM.' | 'KT.' | 'TL.' | 'TUQ.' | 'Q.';

export type DelegationState = 'in-force' | 'not-in-force';

export interface NewDelegation {
  id: string;
  from: { personId: string; name: string };
  to: { personId: string; name: string };
  formula: DelegationFormula;
  /** Kinds of station that it covers; none: all. */
  scope: readonly string[];
  /** Number and date of the letter. */
  letter: string;
  reason: 'absence' | 'mandate';
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

export interface DelegationRow {
  id: string;
  fromPersonId: string;
  fromName: string;
  toPersonId: string;
  toName: string;
  formula: DelegationFormula;
  scope: string[];
  letter: string;
  reason: 'absence' | 'mandate';
  startsOn: LocalDate;
  /** The last day, included. */
  endsOn: LocalDate | null;
  isInForce: boolean;
  enteredByName: string;
  enteredAt: string;
  enteredKey: string;
  endedAt: string | null;
  endedByName: string | null;
  endReason: string | null;
}

const COLUMNS = `id, from_person_id as "fromPersonId", from_person_name as "fromName", to_person_id as "toPersonId",
  to_person_name as "toName", formula, scope, legal_basis as letter, reason, lower(valid) as "startsOn",
  (upper(valid) - 1)::date as "endsOn", ended_at is null and valid @> app.today() as "isInForce",
  entered_by_name as "enteredByName", entered_at as "enteredAt", entered_at::text as "enteredKey", ended_at as "endedAt",
  ended_by_name as "endedByName", end_reason as "endReason"`;

/** Ủy quyền, vắng mặt: who signs for whom, from when until when, by which letter (G12). */
@Injectable()
export class DelegationsRepository {
  list(
    tx: ReadTransaction,
    {
      after,
      limit,
      state,
    }: { after: readonly SqlValue[] | null; limit: number; state: DelegationState | null },
  ): Promise<DelegationRow[]> {
    const [enteredAt = null, id = null] = after ?? [];
    return tx.query<DelegationRow>(
      `select ${COLUMNS} from organization.delegation
        where agency_id = $1 and ($2::timestamptz is null or (entered_at, id) < ($2, $3::uuid))
          and ($5::text is null or (ended_at is null and valid @> app.today()) = ($5 = 'in-force'))
        order by entered_at desc, id desc limit $4`,
      [tx.actor.agencyId, enteredAt, id, limit + 1, state],
    );
  }

  async add(tx: WriteTransaction, delegation: NewDelegation): Promise<void> {
    const { id, from, to, formula, scope, letter, reason } = delegation;
    await tx.change(
      `insert into organization.delegation (agency_id, id, from_person_id, from_person_name, to_person_id, to_person_name,
         formula, scope, legal_basis, reason, valid, entered_by_name)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, daterange($11::date, $12::date, '[]'), $13)`,
      [
        tx.actor.agencyId,
        id,
        from.personId,
        from.name,
        to.personId,
        to.name,
        formula,
        scope,
        letter,
        reason,
        delegation.startsOn,
        delegation.endsOn,
        tx.actor.personName,
      ],
    );
  }

  /** Ends it at once; what was signed by it stays. @throws DelegationNotFound */
  async end(tx: WriteTransaction, id: string, reason: string): Promise<void> {
    const ended = await tx.change(
      `update organization.delegation set ended_at = clock_timestamp(), ended_by_name = $3, end_reason = $4,
         row_version = row_version + 1
        where agency_id = $1 and id = $2 and ended_at is null`,
      [tx.actor.agencyId, id, tx.actor.personName, reason],
    );
    if (ended === 0) throw new DelegationNotFound();
  }
}
