import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync } from 'node:fs';
import { end, identityOf, type ProcessIdentity, until } from '../lib/processes.mts';
import { type DataFolder } from './data-folder.mts';
import { say } from './voice.mts';

export interface ServiceDescription {
  name: string;
  args: readonly string[];
  environment: Record<string, string>;
  healthUrl: string;
}

const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 15_000;
/** A process that lived this long was well: its next fall is a first one. */
const SOUND_AFTER_MS = 60_000;
const FALLS_BEFORE_READY = 3;

async function answers(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

/** A process of the product: in a group of its own, started again with growing pauses until it is told to stop. */
export class Service {
  readonly name: string;
  readonly #description: ServiceDescription;
  readonly #data: DataFolder;
  #process: ProcessIdentity | null = null;
  #startedAt = 0;
  #falls = 0;
  #stopping = false;
  #restart: NodeJS.Timeout | undefined;

  constructor(description: ServiceDescription, data: DataFolder) {
    this.name = description.name;
    this.#description = description;
    this.#data = data;
  }

  /** One of an earlier run, left behind by a kill -9 of its supervisor, would hold the port. */
  async endSurvivor(): Promise<void> {
    const survivor = this.#data.survivor(this.name);
    if (survivor) await end(survivor, 'SIGTERM', { graceMs: 5000, group: true });
    this.#data.forget(this.name);
  }

  start(): void {
    if (this.#stopping) return;
    const log = openSync(this.#logFile, 'a');
    const child = spawn(process.execPath, [...this.#description.args], {
      env: { ...process.env, NODE_ENV: 'production', ...this.#description.environment },
      stdio: ['ignore', log, log],
      detached: true,
    });
    closeSync(log);
    this.#startedAt = performance.now();
    this.#process = child.pid === undefined ? null : identityOf(child.pid);
    if (this.#process) this.#data.remember(this.name, this.#process);
    child.once('error', () => this.#fell('không khởi động được (did not start)'));
    child.once('exit', (code, signal) => this.#fell(`đã dừng, mã ${signal ?? String(code)} (ended)`));
  }

  /** @throws when the process keeps falling or does not answer in time, with the last lines of its log. */
  async ready(patienceMs: number): Promise<void> {
    const { healthUrl } = this.#description;
    const settled = async (): Promise<boolean> =>
      this.#stopping || this.#falls >= FALLS_BEFORE_READY || (await answers(healthUrl));
    await until(settled, patienceMs, 100);
    if (this.#stopping || (await answers(healthUrl))) return;
    const lines = readFileSync(this.#logFile, 'utf8').trimEnd().split('\n').slice(-15).join('\n');
    throw new Error(
      `${this.name} không trả lời ở ${healthUrl} (does not answer); ${this.#logFile}:\n${lines}`,
    );
  }

  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    clearTimeout(this.#restart);
    if (this.#process) await end(this.#process, 'SIGTERM', { graceMs, group: true });
    this.#data.forget(this.name);
  }

  get #logFile(): string {
    return this.#data.log(this.name);
  }

  #fell(how: string): void {
    if (this.#stopping) return;
    const lived = performance.now() - this.#startedAt;
    this.#falls = lived > SOUND_AFTER_MS ? 1 : this.#falls + 1;
    const pause = Math.min(FIRST_PAUSE_MS * 2 ** (this.#falls - 1), LONGEST_PAUSE_MS);
    say(`${this.name} ${how}; khởi động lại sau ${pause / 1000} giây (restarting)`);
    clearTimeout(this.#restart);
    this.#restart = setTimeout(() => this.start(), pause);
  }
}
