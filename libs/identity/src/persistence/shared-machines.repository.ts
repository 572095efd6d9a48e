import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

export interface MachineRow {
  id: string;
  name: string;
  placedByName: string;
  placedAt: string;
  lastSignedAt: string | null;
  withdrawnAt: string | null;
  withdrawnByName: string | null;
  withdrawReason: string | null;
}

@Injectable()
export class SharedMachinesRepository {
  list(
    tx: ReadTransaction,
    { after, limit }: { after: readonly [at: string, id: string] | null; limit: number },
  ): Promise<MachineRow[]> {
    return tx.query<MachineRow>(
      `select m.id, m.name, m.placed_by_name as "placedByName", m.placed_at::text as "placedAt",
              m.withdrawn_at as "withdrawnAt", m.withdrawn_by_name as "withdrawnByName",
              m.withdraw_reason as "withdrawReason",
              (select max(a.at) from identity.signing_act a where a.agency_id = m.agency_id
                and a.device_key = m.device_key) as "lastSignedAt"
         from identity.shared_machine m
        where m.agency_id = $1 and ($2::timestamptz is null or (m.placed_at, m.id) < ($2, $3::uuid))
        order by m.placed_at desc, m.id desc limit $4`,
      [tx.actor.agencyId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
    );
  }

  standing(tx: ReadTransaction, id: string): Promise<{ name: string } | null> {
    return tx.one<{ name: string }>(
      'select name from identity.shared_machine where agency_id = $1 and id = $2 and withdrawn_at is null',
      [tx.actor.agencyId, id],
    );
  }

  /** The browser of the session becomes a shared machine. @returns false when it is not known */
  async place(tx: WriteTransaction, { id, name }: { id: string; name: string }): Promise<boolean> {
    const { agencyId, personId, personName, sessionId = null } = tx.actor;
    const placed = await tx.change(
      `insert into identity.shared_machine (agency_id, id, name, device_key, placed_by, placed_by_name)
       select $1, $2, $3, device, $4, $5 from identity.device_of($6) as device where device is not null`,
      [agencyId, id, name, personId, personName, sessionId],
    );
    if (placed === 0) return false;
    await tx.query('select identity.bind_machine($1, $2, $3)', [sessionId, agencyId, id]);
    return true;
  }

  /** @returns false when there is none, or it is withdrawn already */
  async withdraw(tx: WriteTransaction, id: string, reason: string): Promise<boolean> {
    const { agencyId, personName } = tx.actor;
    const withdrawn = await tx.change(
      `update identity.shared_machine set withdrawn_at = clock_timestamp(), withdrawn_by_name = $3, withdraw_reason = $4,
              row_version = row_version + 1
        where agency_id = $1 and id = $2 and withdrawn_at is null`,
      [agencyId, id, personName, reason],
    );
    if (withdrawn === 0) return false;
    await tx.query('select identity.end_sessions_at($1, $2)', [agencyId, id]);
    return true;
  }
}
