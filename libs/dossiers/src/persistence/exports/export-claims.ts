import { ClaimWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { CLAIM_SECONDS } from '../../domain/exports/agency-export';

export interface ClaimedExport {
  agencyId: string;
  agencyPath: string;
  id: string;
  askedBy: string;
  askedByName: string;
  reason: string;
  attempts: number;
}

/**
 * Who works at which export. The row is the truth: a worker that dies leaves a claim that ends by itself, and nothing
 * about an export lies in the queue.
 */
@Injectable()
export class ExportClaims {
  constructor(private readonly claims: ClaimWork) {}

  async next(): Promise<ClaimedExport | null> {
    const [row = null] = await this.claims.run((tx) =>
      tx.query<ClaimedExport>(
        `update dossiers.agency_export e
            set claimed_until = clock_timestamp() + make_interval(secs => $1), attempts = attempts + 1
           from (select agency_id, id from dossiers.agency_export
                  where state = 'waiting' and (claimed_until is null or claimed_until < clock_timestamp())
                  order by asked_at limit 1 for update skip locked) due
          where e.agency_id = due.agency_id and e.id = due.id
         returning e.agency_id as "agencyId", platform.agency_path(e.agency_id) as "agencyPath", e.id,
           e.asked_by as "askedBy", e.asked_by_name as "askedByName", e.reason, e.attempts`,
        [CLAIM_SECONDS],
      ),
    );
    return row;
  }

  /** @returns false when another worker has taken the export meanwhile */
  async hold({ agencyId, id, attempts }: ClaimedExport, progress: number): Promise<boolean> {
    const held = await this.claims.run((tx) =>
      tx.change(
        `update dossiers.agency_export
            set claimed_until = clock_timestamp() + make_interval(secs => $4), progress = greatest(progress, $5)
          where agency_id = $1 and id = $2 and attempts = $3 and state = 'waiting'`,
        [agencyId, id, attempts, CLAIM_SECONDS, Math.floor(progress)],
      ),
    );
    return held === 1;
  }

  /** Lets it be taken again after a pause; a stop of the process is no failed attempt. */
  async release(
    { agencyId, id, attempts }: ClaimedExport,
    { afterSeconds, counts, problem }: { afterSeconds: number; counts: boolean; problem: string | null },
  ): Promise<void> {
    await this.claims.run((tx) =>
      tx.change(
        `update dossiers.agency_export
            set claimed_until = clock_timestamp() + make_interval(secs => $4), attempts = attempts - $5,
                problem = coalesce($6, problem)
          where agency_id = $1 and id = $2 and attempts = $3 and state = 'waiting'`,
        [agencyId, id, attempts, afterSeconds, counts ? 0 : 1, problem],
      ),
    );
  }

  old(limit: number): Promise<{ agencyId: string; agencyPath: string; id: string; sha256: string }[]> {
    return this.claims.run((tx) =>
      tx.query(
        `select agency_id as "agencyId", platform.agency_path(agency_id) as "agencyPath", id, sha256
           from dossiers.agency_export where state = 'ready' and expires_at < clock_timestamp()
          order by expires_at limit $1`,
        [limit],
      ),
    );
  }
}
