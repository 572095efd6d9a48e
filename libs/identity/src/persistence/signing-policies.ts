import { uuidV7 } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** What an agency asks of those who sign. */
export interface SigningPolicy {
  signersNeedSecondFactor: boolean;
}

@Injectable()
export class SigningPolicies {
  async get(tx: ReadTransaction): Promise<SigningPolicy> {
    const row = await tx.one<SigningPolicy>(
      'select signers_need_second_factor as "signersNeedSecondFactor" from identity.signing_policy where agency_id = $1',
      [tx.actor.agencyId],
    );
    return row ?? { signersNeedSecondFactor: false };
  }

  async set(tx: WriteTransaction, { signersNeedSecondFactor }: SigningPolicy): Promise<void> {
    await tx.change(
      `insert into identity.signing_policy as p (agency_id, id, signers_need_second_factor, changed_by)
       values ($1, $2, $3, $4)
       on conflict (agency_id) do update set signers_need_second_factor = excluded.signers_need_second_factor,
         changed_by = excluded.changed_by, changed_at = clock_timestamp(), row_version = p.row_version + 1`,
      [tx.actor.agencyId, uuidV7(), signersNeedSecondFactor, tx.actor.personId],
    );
  }
}
