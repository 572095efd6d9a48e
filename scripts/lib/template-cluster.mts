import { randomBytes } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs';
import { join } from 'node:path';
import { type Account, serverAccount } from './account.mts';
import { hashOfSources, isRoot, REPOSITORY, SYSTEM_FOLDER } from './paths.mts';
import { type Cluster, createCluster, type PostgresServer, startCluster } from './postgres.mts';
import { freePort, mustRun } from './processes.mts';
import { DATABASE_ROLES, databaseEnvironment, type RolePasswords } from './product-database.mts';

export const TEMPLATE_DATABASE = 'iso_template';

/** A cluster of one test run lives for minutes on this machine only; its passwords are no secrets. */
export const TEST_SUPERUSER_PASSWORD = 'test-superuser';
export const TEST_PASSWORDS = Object.fromEntries(
  Object.keys(DATABASE_ROLES).map((role) => [role, `test-${role}`]),
) as RolePasswords;

/** What a migrated database depends on. */
const SOURCES = [
  'migrations',
  'libs/platform/src/database',
  'libs/platform/src/config',
  'apps/cli',
  '.swcrc',
  'package-lock.json',
];

/** Nothing here must survive a power cut; a test waits for no disk. */
export const IMPATIENT = {
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  max_wal_size: '4GB',
};

const KEPT_TEMPLATES = 8;

function cacheFolder(): string {
  return isRoot
    ? join(SYSTEM_FOLDER, 'test-templates')
    : join(REPOSITORY, 'node_modules', '.cache', 'iso-dien-tu');
}

function prune(cache: string): void {
  const folders = readdirSync(cache)
    .map((name) => join(cache, name))
    .map((path) => ({ path, used: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((one, other) => other.used - one.used);
  for (const { path } of folders.slice(KEPT_TEMPLATES)) rmSync(path, { recursive: true, force: true });
}

/** The command line compiled apart from dist/, so that a test run does not disturb a server built there. */
async function compiledCli(): Promise<{ main: string; folder: string }> {
  const folder = join(REPOSITORY, 'node_modules', '.cache', `iso-cli-${randomBytes(4).toString('hex')}`);
  const bin = join(REPOSITORY, 'node_modules', '.bin');
  const sources = ['apps/cli', 'libs', 'migrations'].filter((name) => existsSync(join(REPOSITORY, name)));
  await mustRun(join(bin, 'swc'), [...sources, '--out-dir', folder, '--config-file', '.swcrc', '--quiet'], {
    cwd: REPOSITORY,
  });
  return { main: join(folder, 'apps', 'cli', 'main.js'), folder };
}

async function prepareDatabase(port: number, superuserUrl: string): Promise<void> {
  const { main, folder } = await compiledCli();
  try {
    const addresses = databaseEnvironment(TEST_PASSWORDS, {
      port,
      database: TEMPLATE_DATABASE,
      superuserUrl,
    });
    const env = { ...process.env, ...addresses };
    for (const command of ['bootstrap', 'migrate'])
      await mustRun(process.execPath, [main, command], { env, cwd: REPOSITORY });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function build(folder: string, account: Account | null): Promise<void> {
  const half = `${folder}.${randomBytes(4).toString('hex')}`;
  mkdirSync(half, { recursive: true, mode: 0o755 });
  try {
    const cluster: Cluster = { folder: join(half, 'cluster'), account, password: TEST_SUPERUSER_PASSWORD };
    await createCluster(cluster, false);
    const server = await startCluster(cluster, await freePort(), {
      settings: IMPATIENT,
      logFile: join(half, 'log'),
    });
    try {
      await prepareDatabase(server.port, server.url('postgres'));
    } finally {
      await server.stop();
    }
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    // Another run may have built the same template meanwhile: then its folder stands in the way of ours.
    if (!existsSync(folder)) throw error;
  }
}

/** A stopped cluster with the migrated database, made once per state of the migrations; `fresh` makes it again. */
export async function templateCluster(fresh = false): Promise<{ folder: string; account: Account | null }> {
  const account = await serverAccount();
  const cache = cacheFolder();
  mkdirSync(cache, { recursive: true, mode: 0o755 });
  const folder = join(
    cache,
    hashOfSources(SOURCES, readFileSync(join(REPOSITORY, 'tsconfig.base.json'), 'utf8')),
  );
  if (fresh) rmSync(folder, { recursive: true, force: true });
  if (!existsSync(folder)) await build(folder, account);
  utimesSync(folder, new Date(), new Date());
  prune(cache);
  return { folder: join(folder, 'cluster'), account };
}

/** A running copy of the template in `folder`. */
export async function startTestCluster(folder: string): Promise<PostgresServer> {
  const template = await templateCluster();
  const cluster: Cluster = {
    folder: join(folder, 'cluster'),
    account: template.account,
    password: TEST_SUPERUSER_PASSWORD,
  };
  mkdirSync(folder, { recursive: true, mode: 0o755 });
  await mustRun('cp', ['-a', '--reflink=auto', template.folder, cluster.folder]);
  return startCluster(cluster, await freePort(), {
    settings: {
      ...IMPATIENT,
      max_connections: '300',
      shared_buffers: '256MB',
      wal_level: 'minimal',
      max_wal_senders: '0',
    },
    logFile: join(folder, 'postgres.log'),
  });
}
