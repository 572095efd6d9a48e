import { type BeforeApplicationShutdown, Injectable, Logger } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';

import { withLogFields } from '../logging';
import { PeriodicLoop } from './periodic-loop';
import { Sweep, SWEEPS } from './sweep';

interface SweepsMetadata {
  name: string;
  everySeconds: number | null;
}

/** Runs each sweep of this process on its own clock. */
@Injectable()
export class SweepHost implements BeforeApplicationShutdown {
  readonly #logger = new Logger(SweepHost.name);
  #loops: PeriodicLoop[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
  ) {}

  start(defaultSeconds: number): void {
    this.#loops = this.discovery
      .getProviders()
      .map(({ instance }) => instance as unknown)
      .filter((instance) => instance instanceof Sweep)
      .map((sweep) => this.#loopOf(sweep, defaultSeconds));
    for (const loop of this.#loops) loop.start();
  }

  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.#loops.map((loop) => loop.stop()));
  }

  #loopOf(sweep: Sweep, defaultSeconds: number): PeriodicLoop {
    const { name, everySeconds } = this.reflector.get<SweepsMetadata | undefined>(
      SWEEPS,
      sweep.constructor,
    ) ?? {
      name: sweep.constructor.name,
      everySeconds: null,
    };
    return new PeriodicLoop(() => withLogFields({ correlationId: `sweep:${name}` }, () => sweep.sweep()), {
      everyMs: (everySeconds ?? defaultSeconds) * 1000,
      longestPauseMs: 60_000,
      onError: (error) => {
        this.#logger.error({ sweep: name, err: error }, 'sweep failed');
      },
    });
  }
}
