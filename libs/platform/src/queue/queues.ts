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

  /** Age of the oldest job that waits, in milliseconds; 0 when none waits. */
  async oldestWaitingMs(name: string): Promise<number> {
    const [oldest] = await this.named(name).getWaiting(0, 0);
    return oldest === undefined ? 0 : Math.max(0, Date.now() - oldest.timestamp);
  }

  async depths(): Promise<QueueDepth[]> {
    return Promise.all(
      this.subscriptions.queues.map(async (queue) => {
        const counts = await this.named(queue).getJobCounts('waiting', 'active', 'delayed');
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
    await Promise.allSettled([...this.#open.values()].map((queue) => queue.close()));
    this.#open.clear();
    await this.technology.close();
  }
}
