import { Injectable } from '@nestjs/common';
import { collectDefaultMetrics, Counter, Gauge, Registry } from 'prom-client';

import { ConsumerHost } from './consumer-host';
import { QueueHealth } from './queue-health';

/** What Prometheus reads from a worker. Ages and depths are looked up when it asks. */
@Injectable()
export class WorkerMetrics {
  readonly #registry = new Registry();
  readonly #oldest: Gauge<'queue'>;
  readonly #depth: Gauge<'queue' | 'state'>;
  readonly #messages: Gauge<'state'>;

  constructor(
    consumers: ConsumerHost,
    private readonly health: QueueHealth,
  ) {
    const registers = [this.#registry];
    collectDefaultMetrics({ register: this.#registry });
    const handled = new Counter({
      name: 'iso_messages_handled_total',
      help: 'Deliveries by queue and outcome',
      labelNames: ['queue', 'outcome'],
      registers,
    });
    consumers.onOutcome((queue, outcome) => {
      handled.inc({ queue, outcome });
    });
    this.#oldest = new Gauge({
      name: 'iso_queue_oldest_waiting_seconds',
      help: 'Age of the oldest job that waits; queue "outbox" = facts that no queue has yet',
      labelNames: ['queue'],
      registers,
    });
    this.#depth = new Gauge({
      name: 'iso_queue_jobs',
      help: 'Jobs by queue and state',
      labelNames: ['queue', 'state'],
      registers,
    });
    this.#messages = new Gauge({
      name: 'iso_messages',
      help: 'Messages that are pending, parked or failed',
      labelNames: ['state'],
      registers,
    });
  }

  /** The text that Prometheus expects. */
  async expose(): Promise<string> {
    const { outboxOldestMs, outboxPending, parked, failed, queues } = await this.health.look();
    this.#oldest.set({ queue: 'outbox' }, outboxOldestMs / 1000);
    this.#messages.set({ state: 'pending' }, outboxPending);
    this.#messages.set({ state: 'parked' }, parked);
    this.#messages.set({ state: 'failed' }, failed);
    for (const { queue, waiting, active, delayed, oldestWaitingMs } of queues) {
      this.#oldest.set({ queue }, oldestWaitingMs / 1000);
      for (const [state, count] of Object.entries({ waiting, active, delayed })) {
        this.#depth.set({ queue, state }, count);
      }
    }
    return this.#registry.metrics();
  }
}
