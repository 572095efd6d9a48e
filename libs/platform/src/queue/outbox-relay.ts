import { Injectable, Logger } from '@nestjs/common';

import { QueueTuning } from './job-queue';
import { envelopeOf, jobIdOf, Outbox, type OutboxMessage } from './outbox';
import { Queues } from './queues';
import { Subscriptions } from './subscriptions';

const BATCH = 100;

/**
 * Takes announced facts to the queues of those who hear them. Several relays may run: the claim is committed before
 * the queue is touched, so no transaction waits for it, and a relay that dies leaves a claim that runs out.
 */
@Injectable()
export class OutboxRelay {
  readonly #logger = new Logger(OutboxRelay.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly queues: Queues,
    private readonly subscriptions: Subscriptions,
    private readonly tuning: QueueTuning,
  ) {}

  /** @returns how many messages were claimed */
  async drain(): Promise<number> {
    const claimed = await this.outbox.claim(BATCH, this.tuning.claimSeconds);
    const queued: OutboxMessage[] = [];
    try {
      for (const message of claimed) {
        if (await this.#queue(message)) queued.push(message);
      }
    } catch (error) {
      await this.outbox.release(claimed.filter((message) => !queued.includes(message)));
      throw error;
    } finally {
      await this.outbox.markDispatched(queued);
    }
    return claimed.length;
  }

  async #queue(message: OutboxMessage): Promise<boolean> {
    const queues = this.subscriptions.queuesOf(message.name);
    if (queues === undefined) {
      await this.outbox.park(message, 'unknown name'); // announced by another release
      this.#logger.error(
        { name: message.name, messageId: message.id },
        'message of an unknown name was parked',
      );
      return false;
    }
    for (const queue of queues) {
      await this.queues.with(queue, (open) =>
        open.add(message.name, envelopeOf(message), { jobId: jobIdOf(message) }),
      );
    }
    return true;
  }
}
