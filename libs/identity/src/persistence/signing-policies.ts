import { uuidV7 } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** What an agency asks of those who sign. */
export interface SigningPolicy {
  signersNeedSecondFactor: boolean;
  /** Idle minutes after which a shared machine locks (OF-08). */
  lockMinutes: number;
}

@Injectable()
export class SigningPolicies {
  async get(tx: ReadTransaction): Promise<SigningPolicy> {
    const row = await tx.one<SigningPolicy>(
      `select signers_need_second_factor as "signersNeedSecondFactor", lock_minutes as "lockMinutes"
         from identity.signing_policy where agency_id = $1`,
      [tx.actor.agencyId],
    );
    return row ?? { signersNeedSecondFactor: false, lockMinutes: 3 };
  }

  async set(tx: WriteTransaction, { signersNeedSecondFactor, lockMinutes }: SigningPolicy): Promise<void> {
    await tx.change(
      `insert into identity.signing_policy as p (agency_id, id, signers_need_second_factor, changed_by, lock_minutes)
       values ($1, $2, $3, $4, $5)
       on conflict (agency_id) do update set signers_need_second_factor = excluded.signers_need_second_factor,
         lock_minutes = excluded.lock_minutes,
         changed_by = excluded.changed_by, changed_at = clock_timestamp(), row_version = p.row_version + 1`,
      [tx.actor.agencyId, uuidV7(), signersNeedSecondFactor, tx.actor.personId, lockMinutes],
    );
  }
}
