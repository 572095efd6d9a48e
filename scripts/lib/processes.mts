import { type ChildProcess, spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { type AddressInfo, createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/** A process is told from a later one with the same number by the moment it started. */
export interface ProcessIdentity {
  pid: number;
  startedAt: string;
}

/** Field 22 of /proc/<pid>/stat; null when there is no such process or it is a zombie. */
function startOf(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' || fields[0] === 'X' ? null : (fields[19] ?? null);
  } catch {
    return null;
  }
}

export function identityOf(pid: number): ProcessIdentity | null {
  const startedAt = startOf(pid);
  return startedAt === null ? null : { pid, startedAt };
}

export function isAlive({ pid, startedAt }: ProcessIdentity): boolean {
  return startOf(pid) === startedAt;
}

/** Signals a process; with `group` the whole group it leads. One that is gone already is no fault. */
export function signal(pid: number, name: NodeJS.Signals, group = false): void {
  try {
    process.kill(group ? -pid : pid, name);
  } catch {
    // It ended by itself meanwhile.
  }
}

/** Waits until `condition` holds; false when the time is over. */
export async function until(
  condition: () => boolean | Promise<boolean>,
  milliseconds: number,
  everyMilliseconds = 50,
): Promise<boolean> {
  const deadline = performance.now() + milliseconds;
  for (;;) {
    if (await condition()) return true;
    if (performance.now() > deadline) return false;
    await sleep(everyMilliseconds);
  }
}

/** Ends a process (and its group) by `first`, and by SIGKILL when it takes longer than allowed. */
export async function end(
  process: ProcessIdentity,
  first: NodeJS.Signals,
  { graceMs, group }: { graceMs: number; group: boolean },
): Promise<void> {
  if (!isAlive(process)) return;
  signal(process.pid, first, group);
  if (await until(() => !isAlive(process), graceMs)) return;
  signal(process.pid, 'SIGKILL', group);
  await until(() => !isAlive(process), 5000);
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export interface Outcome {
  code: number | null;
  output: string;
}

/** Runs a command to its end and gives what it said on both streams. */
export function run(
  command: string,
  args: readonly string[],
  options: { cwd?: string; env?: NodeJS.ProcessEnv; uid?: number; gid?: number; echo?: boolean } = {},
): Promise<Outcome> {
  const { echo, ...rest } = options;
  return new Promise((resolve, reject) => {
    const child: ChildProcess = spawn(command, args, { ...rest, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        if (echo) process.stdout.write(text);
      });
    }
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, output });
    });
  });
}

/** Like `run`, but a command that fails is a fault with its last words. */
export async function mustRun(...parameters: Parameters<typeof run>): Promise<string> {
  const { code, output } = await run(...parameters);
  if (code === 0) return output;
  const [command, args] = parameters;
  throw new Error(`${[command, ...args].join(' ')} ended with ${String(code)}:\n${output.slice(-4000)}`);
}

export interface Guard {
  endsProcess: (pid: number) => void;
  removesFolder: (folder: string) => void;
  release: () => Promise<void>;
}

const GUARD_SCRIPT = `
pids=; folders=
while read -r kind value; do
  case $kind in pid) pids="$pids $value";; folder) folders="$folders:$value";; esac
done
for p in $pids; do kill -QUIT "$p" 2>/dev/null; done
for i in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
  alive=; for p in $pids; do kill -0 "$p" 2>/dev/null && alive=1; done
  [ -z "$alive" ] && break; sleep 0.1
done
for p in $pids; do kill -KILL "$p" 2>/dev/null; done
IFS=:; for f in $folders; do [ -n "$f" ] && rm -rf -- "$f"; done
exit 0`;

/**
 * A small shell that ends servers and removes folders when its standard input closes: on `release()`, or when this
 * process dies in whatever way, kill -9 included. So no test run leaves a server behind.
 */
export function openGuard(): Guard {
  const child = spawn('/bin/sh', ['-c', GUARD_SCRIPT], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  const input = child.stdin;
  child.unref();
  // A pipe to a child is a socket: it must not keep this process from ending.
  (input as typeof input & { unref?: () => void }).unref?.();
  return {
    endsProcess: (pid) => input.write(`pid ${pid}\n`),
    removesFolder: (folder) => input.write(`folder ${folder}\n`),
    release: async () => {
      child.ref();
      input.end();
      await ended;
    },
  };
}
