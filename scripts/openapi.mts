import { type ChildProcess, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildServer } from './lib/build.mts';
import { differences } from './lib/differences.mts';
import { REPOSITORY } from './lib/paths.mts';
import { freePort, openGuard, until } from './lib/processes.mts';
import { databaseEnvironment, newSecretKey } from './lib/product-database.mts';
import { startTestCluster, TEMPLATE_DATABASE, TEST_PASSWORDS } from './lib/template-cluster.mts';

// Asks a running API for its contract and compares it with openapi.json; --write renews the file.

const FILE = join(REPOSITORY, 'openapi.json');

function startApi(
  folder: string,
  postgres: { port: number; superuserUrl: string },
  port: number,
): ChildProcess {
  const addresses = databaseEnvironment(TEST_PASSWORDS, { ...postgres, database: TEMPLATE_DATABASE });
  return spawn(process.execPath, [join(REPOSITORY, 'dist', 'apps', 'api', 'main.js')], {
    env: {
      ...process.env,
      ISO_DB_APP_URL: addresses['ISO_DB_APP_URL'],
      ISO_API_PORT: String(port),
      ISO_FILES: 'folder',
      ISO_FILES_FOLDER: join(folder, 'files'),
      ISO_WORK_FOLDER: join(folder, 'work'),
      ISO_LOG_LEVEL: 'error',
      ISO_SECRET_KEYS: newSecretKey(),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
}

async function contractAt(port: number): Promise<string | null> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/api/docs-json`);
    return answer.ok ? `${JSON.stringify(await answer.json(), null, 2)}\n` : null;
  } catch {
    return null;
  }
}

async function contractOf(api: ChildProcess, port: number): Promise<string> {
  const found: string[] = [];
  await until(
    async () => {
      found.push(...[await contractAt(port)].flatMap((text) => text ?? []));
      return found.length > 0 || api.exitCode !== null;
    },
    30_000,
    100,
  );
  const [contract] = found;
  if (contract === undefined) throw new Error('The API did not give its contract at /api/docs-json.');
  return contract;
}

const guard = openGuard();
const folder = mkdtempSync(join(tmpdir(), 'iso-openapi-'));
chmodSync(folder, 0o755);
guard.removesFolder(folder);
try {
  await buildServer();
  const server = await startTestCluster(folder);
  guard.endsProcess(server.process.pid);
  const port = await freePort();
  const api = startApi(folder, { port: server.port, superuserUrl: server.url('postgres') }, port);
  guard.endsProcess(api.pid ?? 0);
  const contract = await contractOf(api, port);
  if (process.argv.includes('--write')) {
    writeFileSync(FILE, contract);
    console.log(`${FILE} written`);
  } else {
    const found = differences(existsSync(FILE) ? readFileSync(FILE, 'utf8') : '', contract);
    for (const line of found.slice(0, 60)) console.log(line);
    if (found.length > 0) {
      console.log(`${found.length} lines differ from openapi.json; when this is meant: npm run openapi`);
      process.exitCode = 1;
    }
  }
} finally {
  await guard.release();
}
