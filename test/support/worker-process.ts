import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { eventually } from './eventually';

const MAIN = resolve(__dirname, '../../dist/apps/worker/main.js');

interface WorkerProcessOptions {
  /** A module that is loaded before the worker. */
  preload?: string;
  /** Command that the worker runs under, e.g. `faketime -f +1d`. */
  under?: readonly string[];
}

/** The built worker as a process of its own, so that it can be killed. */
export class WorkerProcess {
  #child: ChildProcess | null = null;
  #words = '';
  #ended: Promise<number | null> = Promise.resolve(null);

  constructor(
    private readonly environment: Record<string, string>,
    private readonly options: WorkerProcessOptions = {},
  ) {
    if (!existsSync(MAIN)) throw new Error('dist/ is missing: build first (node scripts/build.mts)');
  }

  start(more: Record<string, string> = {}): void {
    const { PATH = '' } = process.env;
    const { preload, under = [] } = this.options;
    const command = [
      ...under,
      process.execPath,
      ...(preload === undefined ? [] : ['--require', preload]),
      MAIN,
    ];
    const child = spawn(command[0]!, command.slice(1), {
      env: { PATH, NODE_ENV: 'production', ...this.environment, ...more },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    this.#words = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => (this.#words += text));
    this.#ended = new Promise((done) => child.once('close', done));
    this.#child = child;
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.#child?.exitCode === null && this.#child.signalCode === null ? this.#child.pid : undefined;
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    if (child === null) return null;
    this.#child = null;
    child.kill(signal);
    return this.#ended;
  }

  /** Waits until it ends by itself, or by a hand of its own. */
  async ended(): Promise<{ code: number | null; words: string }> {
    const code = await this.#ended;
    this.#child = null;
    return { code, words: this.#words };
  }

  async ready(port: number): Promise<void> {
    await eventually(async () => (await fetch(`http://127.0.0.1:${String(port)}/health/ready`)).ok, {
      within: 90_000,
    });
  }
}
