import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import {
  type Cluster,
  type PostgresServer,
  postgresUrl,
  startCluster,
} from '../../../scripts/lib/postgres.mts';
import { freePort, type Guard, mustRun, openGuard, signal, until } from '../../../scripts/lib/processes.mts';
import { databaseEnvironment } from '../../../scripts/lib/product-database.mts';
import {
  TEMPLATE_DATABASE,
  templateCluster,
  TEST_PASSWORDS,
  TEST_SUPERUSER_PASSWORD,
} from '../../../scripts/lib/template-cluster.mts';
import { type TestDatabase, testServers } from '..';

/** A PostgreSQL of one test, with a migrated database, whose processes can be killed all at once. */
export class OwnCluster {
  readonly #guard: Guard = openGuard();
  #server: PostgresServer | null = null;

  private constructor(
    readonly database: TestDatabase,
    private readonly cluster: Cluster,
    private readonly port: number,
  ) {}

  static async start(): Promise<OwnCluster> {
    const folder = mkdtempSync(join(testServers().folder, 'cluster-'));
    chmodSync(folder, 0o755);
    const template = await templateCluster();
    const password = TEST_SUPERUSER_PASSWORD;
    const cluster = { folder: join(folder, 'data'), account: template.account, password };
    await mustRun('cp', ['-a', '--reflink=auto', template.folder, cluster.folder]);
    const port = await freePort();
    const own = new OwnCluster(describe(port), cluster, port);
    await own.start();
    return own;
  }

  /** What was acknowledged must survive the death of all processes, so commits wait for the log here. */
  async start(): Promise<void> {
    this.#server = await startCluster(this.cluster, this.port, {
      settings: { fsync: 'off', synchronous_commit: 'on', max_connections: '200' },
      logFile: `${this.cluster.folder}.log`,
    });
    this.#guard.endsProcess(this.#server.process.pid);
  }

  /** SIGKILL to the server and to every process it has made. */
  async kill(): Promise<void> {
    const server = this.#server;
    if (server === null) return;
    const { pid } = server.process;
    for (const one of [pid, ...childrenOf(pid)]) signal(one, 'SIGKILL');
    // Not a zombie either: PostgreSQL would take its number for a server that still runs.
    await until(() => !existsSync(`/proc/${String(pid)}`), 10_000, 5);
  }

  async close(): Promise<void> {
    await this.#server?.stop();
    await this.#guard.release();
  }
}

function describe(port: number): TestDatabase {
  const superuser = postgresUrl({
    user: 'postgres',
    password: TEST_SUPERUSER_PASSWORD,
    port,
    database: TEMPLATE_DATABASE,
  });
  const place = { port, database: TEMPLATE_DATABASE, superuserUrl: superuser };
  const environment = databaseEnvironment(TEST_PASSWORDS, place);
  const at = (variable: string): string => environment[variable] ?? '';
  return {
    name: `own_${String(port)}`,
    environment,
    urls: {
      superuser,
      owner: at('ISO_DB_OWNER_URL'),
      app: at('ISO_DB_APP_URL'),
      worker: at('ISO_DB_WORKER_URL'),
      portal: at('ISO_DB_PORTAL_URL'),
      backup: at('ISO_DB_BACKUP_URL'),
    },
    drop: () => Promise.resolve(),
  };
}

/** Each backend leads a session of its own: only the parent's number tells whose it is. */
function childrenOf(parent: number): number[] {
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
        const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
        return Number(ppid) === parent && state !== 'Z';
      } catch {
        return false;
      }
    })
    .map(Number);
}
