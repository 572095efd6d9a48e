import { Injectable, Logger } from '@nestjs/common';

import { ConsumerWatchdog } from './consumer-watchdog';
import { QueueTuning } from './job-queue';
import { OutboxReconciler } from './outbox-reconciler';
import { OutboxRelay } from './outbox-relay';
import { PeriodicLoop } from './periodic-loop';

/** Relay, reconciler and watchdog, each on its own clock. */
@Injectable()
export class MessageLoops {
  readonly #logger = new Logger(MessageLoops.name);
  readonly #relay: PeriodicLoop;
  readonly #loops: readonly PeriodicLoop[];

  constructor(
    relay: OutboxRelay,
    reconciler: OutboxReconciler,
    watchdog: ConsumerWatchdog,
    { relayPollMs, requeueAfterSeconds, stuckAfterMs }: QueueTuning,
  ) {
    this.#relay = this.#loop('relay', () => relay.drain(), relayPollMs);
    this.#loops = [
      this.#relay,
      this.#loop('reconciler', () => nothing(reconciler.reconcile()), requeueAfterSeconds * 500),
      this.#loop('watchdog', () => nothing(watchdog.look()), Math.min(10_000, stuckAfterMs)),
    ];
  }

  start(): void {
    for (const loop of this.#loops) loop.start();
  }

  async stop(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  /** How long ago the relay ended a turn, well or badly. */
  get relaySilentForMs(): number {
    return this.#relay.silentForMs;
  }

  #loop(name: string, work: () => Promise<number>, everyMs: number): PeriodicLoop {
    return new PeriodicLoop(work, {
      everyMs,
      longestPauseMs: Math.max(5000, everyMs),
      onError: (error) => {
        this.#logger.error({ err: error }, `${name} failed`);
      },
    });
  }
}

/** What these found is no reason to look again at once. */
async function nothing(work: Promise<unknown>): Promise<number> {
  await work;
  return 0;
}
