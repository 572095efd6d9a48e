import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';

import { eventually } from './eventually';

const MAIN = resolve(__dirname, '../../dist/apps/worker/main.js');

/** The built worker as a process of its own, so that it can be killed. */
export class WorkerProcess {
  #child: ChildProcess | null = null;

  constructor(private readonly environment: Record<string, string>) {
    if (!existsSync(MAIN)) throw new Error('dist/ is missing: build first (node scripts/build.mts)');
  }

  start(): void {
    const { PATH = '' } = process.env;
    const child = spawn(process.execPath, [MAIN], {
      env: { PATH, NODE_ENV: 'production', ...this.environment },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    this.#child = child;
  }

  /** Of the process that runs now. */
  get pid(): number | undefined {
    return this.#child?.exitCode === null ? this.#child.pid : undefined;
  }

  /** SIGKILL; resolves when it is gone. */
  async kill(signal: NodeJS.Signals = 'SIGKILL'): Promise<number | null> {
    const child = this.#child;
    if (child === null) return null;
    this.#child = null;
    const ended = new Promise<number | null>((done) => child.once('exit', done));
    child.kill(signal);
    return ended;
  }

  async ready(port: number): Promise<void> {
    await eventually(async () => (await fetch(`http://127.0.0.1:${String(port)}/health/ready`)).ok, {
      within: 90_000,
    });
  }
}
