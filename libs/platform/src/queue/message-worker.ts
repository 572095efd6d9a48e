import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';

import { ConsumerHost } from './consumer-host';
import { QueueTuning } from './job-queue';
import { MessageLoops } from './message-loops';
import { Queues } from './queues';

/** All that a worker process does with messages, started and stopped in order. */
@Injectable()
export class MessageWorker implements BeforeApplicationShutdown {
  #started = false;

  constructor(
    private readonly consumers: ConsumerHost,
    private readonly loops: MessageLoops,
    private readonly queues: Queues,
    private readonly tuning: QueueTuning,
  ) {}

  /** @throws SubscriptionsDiffer, QueueUnfit: then nothing has started. */
  async start(): Promise<void> {
    await this.consumers.start();
    this.loops.start();
    this.#started = true;
  }

  /** The database closes later (`onApplicationShutdown`): active jobs still need it. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.#started) {
      this.#started = false;
      await Promise.all([this.loops.stop(), this.consumers.stop(this.tuning.stopWithinMs)]);
    }
    await this.queues.close();
  }
}
