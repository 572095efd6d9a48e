import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DecisionNotFound } from '../../domain/refusals';

export interface ReceivedScan {
  decisionId: string;
  name: string;
  size: number;
  sha256: string;
}

/** The scan of a signed decision: received, inspected, shown. */
@Injectable()
export class ScansRepository {
  /** A newer scan takes the place of the older one; the file of each stays in the records. @throws DecisionNotFound */
  async receive(tx: WriteTransaction, { decisionId, name, size, sha256 }: ReceivedScan): Promise<void> {
    const changed = await tx.change(
      `update documents.issuing_decision
          set scan_state = 'waiting', scan_name = $3, scan_size = $4, scan_sha256 = $5, scan_type = null,
              scan_problem = null, scan_at = clock_timestamp(), scan_by = $6
        where agency_id = $1 and id = $2`,
      [tx.actor.agencyId, decisionId, name, size, sha256, tx.actor.personId],
    );
    if (changed !== 1) throw new DecisionNotFound();
  }

  waiting(tx: ReadTransaction, decisionId: string): Promise<{ name: string; sha256: string } | null> {
    return tx.one(
      `select scan_name as name, scan_sha256 as sha256 from documents.issuing_decision
        where agency_id = $1 and id = $2 and scan_state = 'waiting'`,
      [tx.actor.agencyId, decisionId],
    );
  }

  async finish(
    tx: WriteTransaction,
    { decisionId, sha256 }: { decisionId: string; sha256: string },
    found: { type: 'pdf' | 'image' | null; problem: string | null },
  ): Promise<void> {
    await tx.change(
      `update documents.issuing_decision
          set scan_state = case when $4::text is null then 'ready' else 'refused' end, scan_type = $5, scan_problem = $4
        where agency_id = $1 and id = $2 and scan_state = 'waiting' and scan_sha256 = $3`,
      [tx.actor.agencyId, decisionId, sha256, found.problem, found.type],
    );
  }
}
