import { Injectable } from '@nestjs/common';

import { ClaimWork } from '../database';
import { type QueueDepth, Queues } from './queues';

export interface MessageHealth {
  ready: boolean;
  /** Age of the oldest fact that no queue has yet, in milliseconds. */
  outboxOldestMs: number;
  outboxPending: number;
  parked: number;
  failed: number;
  queues: QueueDepth[];
}

/** Waiting longer than this means that people wait in vain: the process is not ready. */
const TOO_OLD_MS = 5 * 60_000;

/** Readiness comes from the age of what waits; a ping would say yes while nothing is consumed. */
@Injectable()
export class QueueHealth {
  constructor(
    private readonly claims: ClaimWork,
    private readonly queues: Queues,
  ) {}

  async look(): Promise<MessageHealth> {
    const [outbox, queues] = await Promise.all([this.#outbox(), this.queues.depths()]);
    const oldest = Math.max(outbox.outboxOldestMs, ...queues.map(({ oldestWaitingMs }) => oldestWaitingMs));
    return { ready: oldest < TOO_OLD_MS, ...outbox, queues };
  }

  async #outbox(): Promise<Omit<MessageHealth, 'ready' | 'queues'>> {
    const [row] = await this.claims.run((tx) =>
      tx.query<Omit<MessageHealth, 'ready' | 'queues'>>(
        `select coalesce(round(1000 * extract(epoch from
                  clock_timestamp() - min(occurred_at) filter (where state = 'pending'))), 0)::float8 as "outboxOldestMs",
                count(*) filter (where state = 'pending') as "outboxPending",
                count(*) filter (where state = 'parked') as parked,
                (select count(*) from platform.failed_message where state = 'failed') as failed
           from platform.outbox_message where state in ('pending', 'parked')`,
      ),
    );
    return row ?? { outboxOldestMs: 0, outboxPending: 0, parked: 0, failed: 0 };
  }
}
