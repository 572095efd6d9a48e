// Ours beside the limit (hand-written.mts), in interleaved rounds on one machine that client, servers and database share:
// open a document, list 50 of 20,000, create a draft, approve, a portal page; then idle memory and the web's first load.
// Ratios are what counts; absolute figures belong to the machine.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import pg from 'pg';
import { serverAccount } from '../../scripts/lib/account.mts';
import { REPOSITORY } from '../../scripts/lib/paths.mts';
import { createCluster, startCluster } from '../../scripts/lib/postgres.mts';
import { freePort, until } from '../../scripts/lib/processes.mts';
import { databaseEnvironment, newSecret, newSecretKey } from '../../scripts/lib/product-database.mts';
import { copyUploads, fill, makeWaiting, PASSWORD, Person, uploadOne } from './bench-office.mts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const WRITES = 60;

const folder = mkdtempSync(join(tmpdir(), 'iso-bench-'));
const children: ChildProcess[] = [];

function start(file: string, environment: Record<string, string>, flags: string[] = []): ChildProcess {
  const child = spawn(process.execPath, [...flags, file], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  children.push(child);
  return child;
}

const median = (values: number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
const residentMiB = (child: ChildProcess): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${String(child.pid)}/status`, 'utf8'))?.[1] ?? 0) / 1024;

async function readsPerSecond(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: 8, duration: SECONDS, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) {
    const refusal = await fetch(url, { headers: { cookie } }).then((answer) => answer.text());
    throw new Error(`${url}: ${String(result.non2xx)} refused: ${refusal.slice(0, 300)}`);
  }
  return result.requests.average;
}

/** Four at once, as in an office; each act is done once. */
async function writesPerSecond(acts: (() => Promise<unknown>)[]): Promise<number> {
  const began = performance.now();
  const queue = [...acts];
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let act = queue.shift(); act !== undefined; act = queue.shift()) await act();
    }),
  );
  return acts.length / ((performance.now() - began) / 1000);
}

function report(name: string, ours: number[], limit: number[], aim: number): void {
  const ratio = median(ours) / median(limit);
  const spread = (Math.max(...limit) - Math.min(...limit)) / median(limit);
  console.log(
    `${name.padEnd(22)} ours ${median(ours).toFixed(1).padStart(8)}/s   limit ${median(limit).toFixed(1).padStart(8)}/s   ratio ${ratio.toFixed(2)} (aim ≥ ${String(aim)})   spread of the limit ${(spread * 100).toFixed(0)} %`,
  );
}

async function compare(
  name: string,
  aim: number,
  ours: () => Promise<number>,
  limit: () => Promise<number>,
): Promise<void> {
  const figures = { ours: [] as number[], limit: [] as number[] };
  for (let round = 0; round < ROUNDS; round += 1) {
    figures.limit.push(await limit());
    figures.ours.push(await ours());
  }
  report(name, figures.ours, figures.limit, aim);
}

async function main(): Promise<void> {
  const account = await serverAccount();
  const root = account === null ? folder : mkdtempSync('/var/lib/iso-bench-');
  if (account !== null) spawnSync('chmod', ['755', root]);
  const cluster = { folder: join(root, 'pg'), account, password: newSecret() };
  await createCluster(cluster, true);
  const postgres = await startCluster(cluster, await freePort(), {
    logFile: join(folder, 'postgres.log'),
    settings: { shared_buffers: '256MB', max_connections: '400' },
  });
  const passwords = {
    iso_owner: newSecret(),
    iso_app: newSecret(),
    iso_worker: newSecret(),
    iso_portal: newSecret(),
    iso_backup: newSecret(),
  };
  const [apiPort, workerPort, portalPort, handPort] = await Promise.all([
    freePort(),
    freePort(),
    freePort(),
    freePort(),
  ]);
  const environment = {
    ...databaseEnvironment(passwords, {
      port: postgres.port,
      database: 'iso',
      superuserUrl: postgres.url('postgres'),
    }),
    ISO_API_PORT: String(apiPort),
    ISO_WORKER_PORT: String(workerPort),
    ISO_PORTAL_PORT: String(portalPort),
    ISO_PORTAL_URL: `http://127.0.0.1:${String(portalPort)}`,
    ISO_PUBLIC_URL: `http://127.0.0.1:${String(apiPort)}`,
    ISO_FILES_FOLDER: join(folder, 'files'),
    ISO_WORK_FOLDER: join(folder, 'work'),
    ISO_LOG_LEVEL: 'error',
    ISO_SECRET_KEYS: newSecretKey(),
    // Limits against floods are not what is measured here.
    ISO_PORTAL_REQUESTS_PER_MINUTE: '10000000',
  };
  try {
    for (const command of [['bootstrap'], ['migrate'], ['seed', '--demo']]) {
      const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', ...command], {
        cwd: REPOSITORY,
        env: { ...process.env, ...environment },
      });
      if (status !== 0) throw new Error(stderr.toString());
    }
    const flags = ['--max-semi-space-size=4'];
    const api = start('dist/apps/api/main.js', environment, flags);
    const worker = start('dist/apps/worker/main.js', environment, flags);
    const portal = start('dist/apps/portal/main.js', environment, flags);
    start('test/bench/hand-written.mts', { ...environment, PORT: String(handPort) });
    const [apiBase, hand, site] = [
      `http://127.0.0.1:${String(apiPort)}/api/v1`,
      `http://127.0.0.1:${String(handPort)}`,
      `http://127.0.0.1:${String(portalPort)}`,
    ];
    for (const url of [`${apiBase}/health/ready`, `${hand}/portal`, `${site}/health/ready`]) {
      const up = await until(async () => (await fetch(url).catch(() => null))?.ok ?? false, 60_000);
      if (!up) throw new Error(`${url} does not answer`);
    }
    await new Promise((resolve) => setTimeout(resolve, 5000));
    const idle = { api: residentMiB(api), worker: residentMiB(worker), portal: residentMiB(portal) };
    await bench({ environment, apiBase, hand, site });
    console.log(
      `idle memory            api ${idle.api.toFixed(0)} MiB (≤ 180)   worker ${idle.worker.toFixed(0)} MiB (≤ 200)   portal ${idle.portal.toFixed(0)} MiB`,
    );
    spawnSync(process.execPath, ['scripts/check-web-size.mjs'], { cwd: REPOSITORY, stdio: 'inherit' });
  } finally {
    for (const child of children) child.kill('SIGTERM');
    await postgres.stop();
    rmSync(root, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
  }
}

interface Places {
  environment: Record<string, string>;
  apiBase: string;
  hand: string;
  site: string;
}

async function bench({ environment, apiBase, hand, site }: Places): Promise<void> {
  const owner = new pg.Client({ connectionString: environment['ISO_DB_OWNER_URL'] });
  owner.on('error', () => undefined); // the database may end first; what failed is told by its own error
  owner.on('error', () => undefined);
  await owner.connect();
  const secretary = await Person.signIn(apiBase, 'hacthanh.thuky');
  const approver = await Person.signIn(apiBase, 'hacthanh.chutich');
  const uploadId = await uploadOne(secretary);
  const { versionId, drafterId, contentHash } = await fill(owner, uploadId);
  const drafts = await copyUploads(owner, uploadId, WRITES * 2 * ROUNDS);
  const waiting = await makeWaiting(owner, versionId, WRITES * 2 * ROUNDS);

  await compare(
    'open a document',
    0.5,
    () => readsPerSecond(`${apiBase}/versions/${versionId}`, secretary.cookie),
    () => readsPerSecond(`${hand}/versions/${versionId}`, secretary.cookie),
  );
  await compare(
    'list 50 of 20,000',
    0.5,
    () => readsPerSecond(`${apiBase}/documents?scope=effective&limit=50`, secretary.cookie),
    () => readsPerSecond(`${hand}/documents`, secretary.cookie),
  );
  const body = (id: string): Record<string, unknown> => ({
    uploadId: id,
    code: `BM ${id}`,
    series: 'Đo lường',
    title: 'Quy trình đo',
    kind: 'procedure',
    owningUnitId: null,
    drafterId,
    issue: 1,
    revision: 0,
    issuedOn: null,
    changeNote: null,
    changeClass: null,
    legalBasis: null,
    citations: [],
    namedTexts: [],
  });
  const create = (base: string) => () =>
    writesPerSecond(
      drafts.splice(0, WRITES).map((id) => () => secretary.send('POST', `${base}/documents`, body(id))),
    );
  await compare('create a draft', 0.4, create(apiBase), create(hand));
  const approve = (base: string) => () =>
    writesPerSecond(
      waiting
        .splice(0, WRITES)
        .map(
          (id) => () =>
            approver.send('POST', `${base}/versions/${id}/approval`, { password: PASSWORD, contentHash }),
        ),
    );
  await compare('approve', 0.4, approve(apiBase), approve(hand));
  await compare(
    'portal page',
    0.5,
    () => readsPerSecond(`${site}/`, ''),
    () => readsPerSecond(`${hand}/portal`, ''),
  );
  await owner.end();
}

await main();
