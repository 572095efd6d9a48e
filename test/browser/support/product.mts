import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { freePort, type ProcessIdentity, run, until } from '../../../scripts/lib/processes.mts';

/** One word and password for all accounts of the demo (apps/cli/seed/demo-people.ts). */
export const PASSWORD = 'Iso-DienTu@2026';

const READY_WITHIN_MS = 300_000;
const BACK_WITHIN_MS = 60_000;

/** Ends the product and removes its data when this process is gone, kill -9 included. */
const GUARD = `
read -r _; kill -TERM "$1" 2>/dev/null
for i in $(seq 150); do kill -0 "$1" 2>/dev/null || break; sleep 0.2; done
rm -rf -- "$2"`;

export type ServiceName = 'api' | 'worker' | 'portal' | 'mail' | 'postgres';

export interface CaughtMail {
  id: string;
  messageId: string | null;
  to: string[];
  subject: string;
  text: string;
}

interface Place {
  web: string;
  portal: string;
  mail: string;
  data: string;
}

/** The whole product, started by the same supervisor as `npm run up`, with a data folder and ports of its own. */
export class Product {
  readonly web: string;
  readonly portal: string;
  readonly mail: string;
  readonly data: string;
  readonly #repository: string;
  readonly #end: () => Promise<void>;

  private constructor(place: Place, repository: string, end: () => Promise<void>) {
    this.web = place.web;
    this.portal = place.portal;
    this.mail = place.mail;
    this.data = place.data;
    this.#repository = repository;
    this.#end = end;
  }

  /**
   * ISO_TEST_INSTALLATION, a JSON of web, portal, mail and data, names one that runs already: a fresh one, or the
   * journey finds the documents of an earlier one.
   * @throws with the supervisor's own words when it is not ready in time.
   */
  static async start(repository: string, settings: Record<string, string> = {}): Promise<Product> {
    const running = process.env['ISO_TEST_INSTALLATION'];
    if (running !== undefined)
      return new Product(JSON.parse(running) as Place, repository, () => Promise.resolve());
    const data = mkdtempSync(join(tmpdir(), 'iso-browser-'));
    chmodSync(data, 0o755); // the account of PostgreSQL walks through it
    const [api = 0, portal = 0, mail = 0, worker = 0, smtp = 0] = await freePorts(5);
    const supervisor = spawn(process.execPath, [join(repository, 'scripts', 'up', 'main.mts')], {
      env: {
        PATH: process.env['PATH'],
        HOME: process.env['HOME'],
        ISO_DATA: data,
        ISO_API_PORT: String(api),
        ISO_PORTAL_PORT: String(portal),
        ISO_WORKER_PORT: String(worker),
        ISO_SMTP_PORT: String(smtp),
        ISO_MAIL_PORT: String(mail),
        ...settings,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
      detached: true,
    });
    const end = guarded(supervisor, data);
    await ready(supervisor, end);
    const address = (port: number): string => `http://127.0.0.1:${port}`;
    return new Product(
      { data, web: address(api), portal: address(portal), mail: address(mail) },
      repository,
      end,
    );
  }

  stop(): Promise<void> {
    return this.#end();
  }

  async mails(to?: string): Promise<CaughtMail[]> {
    const query = to === undefined ? '' : `?to=${encodeURIComponent(to)}`;
    return (await (await fetch(`${this.mail}/api/messages${query}`)).json()) as CaughtMail[];
  }

  /** Who runs now, as the supervisor wrote it down; PostgreSQL writes its own. */
  processOf(name: ServiceName): number {
    if (name === 'postgres')
      return Number(readFileSync(join(this.data, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0]);
    const file = join(this.data, 'run', `${name}.pid.json`);
    return (JSON.parse(readFileSync(file, 'utf8')) as ProcessIdentity).pid;
  }

  /** kill -9, by pid; the supervisor is to bring it back. */
  kill(name: ServiceName): void {
    process.kill(this.processOf(name), 'SIGKILL');
  }

  /** Waits until another process does the work of the one killed, and the product says that it is ready. */
  async recovers(name: ServiceName, killed: number): Promise<void> {
    const back = async (): Promise<boolean> =>
      this.#successor(name, killed) && (await isReady(`${this.web}/api/v1/health/ready`));
    if (!(await until(back, BACK_WITHIN_MS, 100))) throw new Error(`${name} did not come back after kill -9`);
  }

  #successor(name: ServiceName, killed: number): boolean {
    try {
      return this.processOf(name) !== killed;
    } catch {
      return false; // between the old note and the new one
    }
  }

  /** The command line of the product on this installation. */
  cli(...command: string[]): Promise<{ code: number | null; output: string }> {
    const main = join(this.#repository, 'dist', 'apps', 'cli', 'main.js');
    return run(process.execPath, [main, ...command], {
      cwd: this.#repository,
      env: { ...process.env, ...this.#environment() },
    });
  }

  /** Looks at the truth past every policy. */
  async sql<Row extends object>(text: string): Promise<Row[]> {
    const client = new pg.Client(this.#environment()['ISO_DB_OWNER_URL'] ?? '');
    await client.connect();
    try {
      return (await client.query<Row>(text)).rows;
    } finally {
      await client.end();
    }
  }

  #environment(): Record<string, string> {
    const file = join(this.data, 'run', 'environment.json');
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, string>;
  }
}

async function isReady(url: string): Promise<boolean> {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(3000) })).ok;
  } catch {
    return false;
  }
}

async function freePorts(count: number): Promise<number[]> {
  const ports = new Set<number>();
  while (ports.size < count) ports.add(await freePort());
  return [...ports];
}

function guarded(supervisor: ChildProcess, data: string): () => Promise<void> {
  const guard = spawn('/bin/sh', ['-c', GUARD, 'guard', String(supervisor.pid), data], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
  });
  const ended = new Promise((resolve) => guard.once('exit', resolve));
  return async () => {
    guard.stdin.end();
    await ended;
  };
}

async function ready(supervisor: ChildProcess, end: () => Promise<void>): Promise<void> {
  let said = '';
  for (const stream of [supervisor.stdout, supervisor.stderr])
    stream?.setEncoding('utf8').on('data', (text: string) => (said += text));
  const settled = (): boolean => said.includes('(ready)') || supervisor.exitCode !== null;
  if ((await until(settled, READY_WITHIN_MS)) && supervisor.exitCode === null) return;
  await end();
  throw new Error(`The product did not become ready:\n${said.slice(-4000)}`);
}

/** The real procedures; null where the folder with real input is not beside the repository. */
export function realProcedures(repository: string): string | null {
  const folder = join(repository, '..', 'shared', 'data', 'procedures');
  return existsSync(folder) ? folder : null;
}
