import { Injectable } from '@nestjs/common';

import { ConsumerHost } from './consumer-host';
import { QueueTuning } from './job-queue';
import { Queues } from './queues';

/** Looks at the age of what waits, not at the connection: a worker was seen to sleep for ever on a live one. */
@Injectable()
export class ConsumerWatchdog {
  constructor(
    private readonly consumers: ConsumerHost,
    private readonly queues: Queues,
    private readonly tuning: QueueTuning,
  ) {}

  /** @returns queues whose worker was started again */
  async look(): Promise<string[]> {
    return this.consumers.restartStuck(
      (queue) => this.queues.oldestWaitingMs(queue),
      this.tuning.stuckAfterMs,
    );
  }
}
