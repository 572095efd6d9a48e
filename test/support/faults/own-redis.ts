import { cpSync, mkdtempSync, readdirSync, rmSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';

import { Redis } from 'ioredis';

import {
  freePort,
  type Guard,
  identityOf,
  isAlive,
  openGuard,
  until,
} from '../../../scripts/lib/processes.mts';
import { startRedis } from '../../../scripts/lib/redis.mts';
import { testServers } from '..';

/** A Redis of one test, with a data folder that can be swapped behind its back. */
export class OwnRedis {
  readonly #guard: Guard = openGuard();
  readonly #folder = mkdtempSync(join(testServers().folder, 'redis-'));
  readonly #settings: Record<string, string>;
  #pid = 0;
  #port = 0;

  private constructor(settings: Record<string, string>) {
    this.#settings = settings;
  }

  static async start(settings: Record<string, string> = {}): Promise<OwnRedis> {
    const redis = new OwnRedis(settings);
    redis.#port = await freePort();
    await redis.start();
    return redis;
  }

  get url(): string {
    return `redis://127.0.0.1:${String(this.#port)}/0`;
  }

  /** Starts it again on the same port and folder; one that runs is left alone. */
  async start(): Promise<void> {
    if (this.#pid > 0 && identityOf(this.#pid) !== null) return;
    const { pid } = await startRedis(this.#folder, this.#port, this.#settings);
    this.#guard.endsProcess(pid);
    this.#pid = pid;
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(): Promise<void> {
    const identity = identityOf(this.#pid);
    if (identity === null) return;
    process.kill(identity.pid, 'SIGKILL');
    await until(() => !isAlive(identity), 5000, 5);
  }

  async say(...words: [command: string, ...rest: string[]]): Promise<unknown> {
    const client = new Redis(this.url, { maxRetriesPerRequest: 1 });
    try {
      const [command, ...rest] = words;
      return await client.call(command, ...rest);
    } finally {
      client.disconnect();
    }
  }

  /** Keeps the append-only file as it is now. @returns puts it back, in place of what came after */
  keepFile(): () => void {
    const kept = `${this.#folder}-kept`;
    cpSync(this.#files, kept, { recursive: true });
    return () => {
      this.loseFile();
      cpSync(kept, this.#files, { recursive: true });
    };
  }

  loseFile(): void {
    rmSync(this.#files, { recursive: true, force: true });
  }

  /** Cuts the end off the append-only file, as a crash of the machine may. */
  cutFile(bytes: number): void {
    const name = readdirSync(this.#files).find((one) => one.endsWith('.incr.aof'));
    if (name === undefined) throw new Error('Redis keeps no append-only file');
    const path = join(this.#files, name);
    truncateSync(path, Math.max(0, statSync(path).size - bytes));
  }

  async close(): Promise<void> {
    await this.kill();
    await this.#guard.release();
  }

  get #files(): string {
    return join(this.#folder, 'appendonlydir');
  }
}
