import { Injectable, Logger } from '@nestjs/common';

import { isEnvelope } from './delivery-handler';
import { type EnvelopeJob, QueueTuning } from './job-queue';
import { envelopeOf, jobIdOf, Outbox, type UnhandledMessage } from './outbox';
import { Queues } from './queues';
import { Subscriptions } from './subscriptions';

/** States from which a job comes to a worker by itself. */
const UNDER_WAY: ReadonlySet<string> = new Set(['waiting', 'prioritized', 'delayed', 'active']);

/**
 * The queue holds no truth: what was dispatched and is not in its consumer's memory is queued again. Covers a queue
 * that was lost or flushed, jobs that stalled to death, and jobs completed without work.
 */
@Injectable()
export class OutboxReconciler {
  readonly #logger = new Logger(OutboxReconciler.name);

  constructor(
    private readonly outbox: Outbox,
    private readonly queues: Queues,
    private readonly subscriptions: Subscriptions,
    private readonly tuning: QueueTuning,
  ) {}

  /** @returns how many jobs were put back */
  async reconcile(): Promise<number> {
    const unhandled = await this.outbox.reconcile(this.subscriptions, this.tuning.requeueAfterSeconds);
    let queued = 0;
    for (const message of unhandled) {
      if (await this.#requeue(message)) queued += 1;
    }
    if (queued > 0) this.#logger.warn({ queued }, 'messages without effect were queued again');
    return queued;
  }

  /** A job that still waits or runs is left alone; any other would swallow the new one under the same id. */
  async #requeue(message: UnhandledMessage): Promise<boolean> {
    return this.queues.with(message.queue, async (queue) => {
      const job = await queue.getJob(jobIdOf(message));
      if (job !== undefined) {
        if (isOf(job, message) && UNDER_WAY.has(await job.getState())) return false;
        await job.remove();
      }
      await queue.add(message.name, envelopeOf(message), { jobId: jobIdOf(message) });
      return true;
    });
  }
}

/** A crash or a hand may have left something else under the id of this message. */
function isOf({ data }: EnvelopeJob, { id }: UnhandledMessage): boolean {
  return isEnvelope(data) && data.messageId === id;
}
