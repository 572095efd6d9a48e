import { Injectable, Logger } from '@nestjs/common';

import { ConsumerRegistry, type RegisteredConsumer } from './consumer-registry';
import { DeliveryHandler, isEnvelope, isLastAttempt } from './delivery-handler';
import { FailedMessages } from './failed-messages';
import { type EnvelopeJob, type JobWorker, QueueTechnology } from './job-queue';

interface RunningConsumer {
  registered: RegisteredConsumer;
  worker: JobWorker;
  active: number;
  lastSignAt: number;
}

export type DeliveryOutcome = 'done' | 'failed' | 'given-up';

/** Runs one worker per queue, and starts again one that sleeps while jobs wait. */
@Injectable()
export class ConsumerHost {
  readonly #logger = new Logger(ConsumerHost.name);
  readonly #running = new Map<string, RunningConsumer>();
  #observe: (queue: string, outcome: DeliveryOutcome) => void = () => undefined;

  constructor(
    private readonly technology: QueueTechnology,
    private readonly registry: ConsumerRegistry,
    private readonly handler: DeliveryHandler,
    private readonly failures: FailedMessages,
  ) {}

  onOutcome(observe: (queue: string, outcome: DeliveryOutcome) => void): void {
    this.#observe = observe;
  }

  /** @throws SubscriptionsDiffer, QueueUnfit: then nothing has started. */
  async start(): Promise<void> {
    const consumers = this.registry.consumers();
    await this.technology.check();
    for (const registered of consumers) this.#open(registered);
  }

  /** Lets active jobs finish, but not longer than this; what is cut off is taken over when its lock runs out. */
  async stop(withinMs: number): Promise<void> {
    const workers = [...this.#running.values()].map(({ worker }) => worker);
    this.#running.clear();
    const limit = AbortSignal.timeout(withinMs);
    const cut = new Promise<'cut'>((resolve) => {
      limit.addEventListener('abort', () => {
        resolve('cut');
      });
    });
    const ended = await Promise.race([Promise.allSettled(workers.map((worker) => worker.close())), cut]);
    if (ended !== 'cut') return;
    this.#logger.warn('jobs under way were cut off');
    await Promise.race([
      Promise.allSettled(workers.map((worker) => worker.close(true))),
      new Promise((resolve) => setTimeout(resolve, 500).unref()),
    ]);
  }

  /**
   * `isRunning()` and the connection may look well while nothing is consumed: only the age of what waits tells.
   * @returns queues whose worker was started again
   */
  async restartStuck(
    oldestWaitingMs: (queue: string) => Promise<number>,
    limitMs: number,
  ): Promise<string[]> {
    const restarted: string[] = [];
    for (const [queue, running] of this.#running) {
      const silentFor = Date.now() - running.lastSignAt;
      if (running.active > 0 || silentFor < limitMs || (await oldestWaitingMs(queue)) < limitMs) continue;
      this.#logger.error({ queue, silentFor }, 'worker consumes nothing while jobs wait; starting it again');
      void running.worker.close(true).catch(() => undefined);
      this.#open(running.registered);
      restarted.push(queue);
    }
    return restarted;
  }

  #open(registered: RegisteredConsumer): void {
    const { queue, concurrency } = registered;
    const sign = (): void => {
      const running = this.#running.get(queue);
      if (running !== undefined) running.lastSignAt = Date.now();
    };
    const worker = this.technology.openWorker(queue, concurrency, {
      process: (job) => this.#process(registered, job),
      active: sign,
      failed: (job, error) => {
        sign();
        void this.#failed(queue, job, error);
      },
      error: (error) => {
        this.#logger.warn({ queue, err: error }, 'worker');
      },
    });
    this.#running.set(queue, { registered, worker, active: 0, lastSignAt: Date.now() });
  }

  async #process(registered: RegisteredConsumer, job: EnvelopeJob): Promise<undefined> {
    const running = this.#running.get(registered.queue);
    if (running !== undefined) running.active += 1;
    try {
      await this.handler.handle(registered, job);
      this.#observe(registered.queue, 'done');
      return undefined;
    } finally {
      if (running !== undefined) running.active -= 1;
    }
  }

  async #failed(queue: string, job: EnvelopeJob | undefined, error: Error): Promise<void> {
    const last = job === undefined || isLastAttempt(job) || job.finishedOn !== undefined;
    this.#observe(queue, last ? 'given-up' : 'failed');
    const fields = { queue, job: job?.id, err: error };
    if (last) this.#logger.error(fields, 'message given up');
    else this.#logger.warn(fields, 'message failed, will be tried again');
    if (last && job !== undefined) await this.#keep(queue, job, error);
  }

  async #keep(
    queue: string,
    { data, attemptsMade, attemptsStarted }: EnvelopeJob,
    error: Error,
  ): Promise<void> {
    if (!isEnvelope(data)) return;
    try {
      await this.failures.keep({
        consumer: queue,
        envelope: data,
        reason: `${error.name}: ${error.message}`,
        attempts: Math.max(attemptsMade, attemptsStarted),
      });
    } catch (refusal) {
      // The reconciler finds the message without effect and brings it back.
      this.#logger.error({ queue, err: refusal }, 'the failure could not be kept');
    }
  }
}
