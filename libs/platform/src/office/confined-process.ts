import { spawn } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

const MIB = 1024 * 1024;
const PATH = '/usr/local/bin:/usr/bin:/bin';

export interface Confinement {
  readonly command: string;
  readonly args: readonly string[];
  readonly folder: string;
  readonly timeLimitMs: number;
  /** Resident memory of all its processes together; address space is capped at twice that. */
  readonly memoryBytes: number;
  /** False for programs that reserve addresses without filling them. */
  readonly limitsAddressSpace?: boolean;
}

export type ConfinedEnd = 'done' | 'time' | 'memory';

/** Whether the kernel lets us take the network away from a child. Asked once. */
let canUnshareNetwork: Promise<boolean> | null = null;

/**
 * Runs a foreign program without network, with its own home and an environment that holds no secret of ours,
 * and kills its whole process group at the limits.
 */
export async function runConfined(job: Confinement): Promise<ConfinedEnd> {
  canUnshareNetwork ??= succeeds('unshare', ['-n', 'true']);
  const wrapped = wrap(job, await canUnshareNetwork);
  return new Promise((resolve) => {
    let end: ConfinedEnd = 'done';
    const child = spawn(wrapped[0] ?? job.command, wrapped.slice(1), {
      cwd: job.folder,
      detached: true,
      stdio: 'ignore',
      env: { PATH, HOME: job.folder, TMPDIR: job.folder, LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' },
    });
    const stop = (reason: ConfinedEnd): void => {
      end = reason;
      if (child.pid !== undefined) killGroup(child.pid);
    };
    const timer = setTimeout(() => stop('time'), job.timeLimitMs);
    const watch = setInterval(() => {
      if (child.pid !== undefined && residentBytes(child.pid) > job.memoryBytes) stop('memory');
    }, 250);
    const finish = (): void => {
      clearTimeout(timer);
      clearInterval(watch);
      if (child.pid !== undefined) killGroup(child.pid);
      resolve(end);
    };
    child.once('error', finish);
    child.once('exit', finish);
  });
}

function wrap(job: Confinement, withoutNetwork: boolean): string[] {
  const addresses = job.limitsAddressSpace === false ? [] : [`--as=${job.memoryBytes * 2}`];
  const limits = ['prlimit', ...addresses, '--core=0', `--fsize=${512 * MIB}`, '--'];
  return [
    ...(withoutNetwork ? ['unshare', '-n', '--'] : []),
    ...(existsSync('/usr/bin/prlimit') ? limits : []),
    job.command,
    ...job.args,
  ];
}

function succeeds(command: string, args: readonly string[]): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: 'ignore', env: { PATH } });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function killGroup(pid: number): void {
  try {
    process.kill(-pid, 'SIGKILL');
  } catch {
    // Gone already.
  }
}

/** Resident memory of every process of the group that `pid` leads. */
function residentBytes(pid: number): number {
  try {
    return readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .reduce((sum, name) => sum + residentIfOfGroup(name, pid), 0);
  } catch {
    return 0;
  }
}

function residentIfOfGroup(name: string, group: number): number {
  try {
    const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
    // Fields after the name in brackets: state, parent, process group, …, resident pages (22nd from there).
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[2]) === group ? Number(fields[21]) * 4096 : 0;
  } catch {
    return 0;
  }
}
