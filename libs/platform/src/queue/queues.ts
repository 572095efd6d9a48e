import { Injectable, Logger } from '@nestjs/common';

import { type JobQueue, QueueTechnology } from './job-queue';
import { Subscriptions } from './subscriptions';

export interface QueueDepth {
  queue: string;
  waiting: number;
  active: number;
  delayed: number;
  oldestWaitingMs: number;
}

/** The producers' side of all queues of this process. */
@Injectable()
export class Queues {
  readonly #logger = new Logger(Queues.name);
  readonly #open = new Map<string, JobQueue>();

  constructor(
    private readonly technology: QueueTechnology,
    private readonly subscriptions: Subscriptions,
  ) {}

  named(name: string): JobQueue {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const queue = this.technology.openQueue(name, (error) => {
      this.#logger.warn({ queue: name, err: error }, 'queue connection');
    });
    this.#open.set(name, queue);
    return queue;
  }

  /** Runs `work` on a queue. One whose first contact failed stays broken for ever, so after an error it is opened anew. */
  async with<Result>(name: string, work: (queue: JobQueue) => Promise<Result>): Promise<Result> {
    const queue = this.named(name);
    try {
      return await work(queue);
    } catch (error) {
      if (this.#open.get(name) === queue) this.#open.delete(name);
      // Not awaited: closing may wait for the very server that is away.
      void queue.close().catch(() => undefined);
      throw error;
    }
  }

  /** Age of the oldest job that waits, in milliseconds; 0 when none waits. */
  async oldestWaitingMs(name: string): Promise<number> {
    const [oldest] = await this.with(name, (queue) => queue.getWaiting(0, 0));
    return oldest === undefined ? 0 : Math.max(0, Date.now() - oldest.timestamp);
  }

  async depths(): Promise<QueueDepth[]> {
    return Promise.all(
      this.subscriptions.queues.map(async (queue) => {
        const counts = await this.with(queue, (open) => open.getJobCounts('waiting', 'active', 'delayed'));
        return {
          queue,
          waiting: counts['waiting'] ?? 0,
          active: counts['active'] ?? 0,
          delayed: counts['delayed'] ?? 0,
          oldestWaitingMs: await this.oldestWaitingMs(queue),
        };
      }),
    );
  }

  async close(): Promise<void> {
    const open = [...this.#open.values()];
    this.#open.clear();
    await Promise.allSettled(open.map((queue) => queue.close()));
    await this.technology.close();
  }
}
