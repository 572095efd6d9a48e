import { type ChildProcess, spawn } from 'node:child_process';
import { resolve } from 'node:path';

/** The built api as a process of its own, so that its memory is nobody else's. */
export function apiProcess(environment: Record<string, string>): ChildProcess {
  const { PATH = '' } = process.env;
  return spawn(process.execPath, [resolve(__dirname, '../../dist/apps/api/main.js')], {
    env: { PATH, NODE_ENV: 'production', ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
}

/** How many at once; the figure is said of 50 (`ISO_UPLOADS=50`). */
export function uploadsAtOnce(): number {
  return Number(process.env['ISO_UPLOADS'] ?? '8');
}
