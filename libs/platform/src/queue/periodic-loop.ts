import { setTimeout as pause } from 'node:timers/promises';

interface PeriodicLoopOptions {
  everyMs: number;
  /** Longest pause after failures; it doubles up to here. */
  longestPauseMs?: number;
  onError: (error: unknown) => void;
}

/** Calls `work` again and again, never twice at once: at once while it finds something, else after a pause. */
export class PeriodicLoop {
  readonly #stop = new AbortController();
  #running: Promise<void> | null = null;
  #failures = 0;
  #lastTurnAt = Date.now();

  constructor(
    private readonly work: () => Promise<number>,
    private readonly options: PeriodicLoopOptions,
  ) {}

  start(): void {
    this.#running ??= this.#run();
  }

  /** Waits for the turn that is under way. */
  async stop(): Promise<void> {
    this.#stop.abort();
    await this.#running;
  }

  /** For readiness: a loop that hangs in one turn shows here. */
  get silentForMs(): number {
    return Date.now() - this.#lastTurnAt;
  }

  async #run(): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const found = await this.#turn();
      if (found === 0) await this.#pause();
    }
  }

  async #turn(): Promise<number> {
    try {
      const found = await this.work();
      this.#failures = 0;
      return found;
    } catch (error) {
      this.#failures += 1;
      this.options.onError(error);
      return 0;
    } finally {
      this.#lastTurnAt = Date.now();
    }
  }

  async #pause(): Promise<void> {
    const { everyMs, longestPauseMs = Math.max(5000, everyMs) } = this.options;
    const wait = Math.min(everyMs * 2 ** Math.min(this.#failures, 10), longestPauseMs);
    // The abort of a pause is the wanted end, not a fault.
    await pause(wait, undefined, { signal: this.#stop.signal }).catch(() => undefined);
  }
}
