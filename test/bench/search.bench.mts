// Search and lists in the database, on made-up versions (`cli seed --versions`): CI size unless BENCH_FULL is set. The
// product's own queries run here, under the role and the policies of the api. The processor's time of the backend is
// printed beside the time on the wall, since the machine may be shared.
import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { serverAccount } from '../../scripts/lib/account.mts';
import { REPOSITORY } from '../../scripts/lib/paths.mts';
import { createCluster, startCluster } from '../../scripts/lib/postgres.mts';
import { freePort } from '../../scripts/lib/processes.mts';
import { databaseEnvironment, newSecret } from '../../scripts/lib/product-database.mts';

const FULL = process.env['BENCH_FULL'] !== undefined;
const SIZE = FULL
  ? { versions: 1_000_000, agencies: 3_865, largest: 50_000 }
  : { versions: 20_000, agencies: 100, largest: 5_000 };
const LARGEST = 'f11e0001-0000-7000-8000-000000000001';
const ROUNDS = 15;
const QUERIES = [
  'khai sinh',
  'QT-600/HT',
  'hòa giải tranh chấp',
  'tham tra thuc dia',
  '15/2015/NĐ-CP',
  'kahi sinh',
  'giay chung sinh',
  'thành phần hồ sơ',
  'nuôi con nuôi',
  'tổ chức cá nhân không phù hợp',
];

interface Row {
  seriesKey: string;
  codeKey: string;
  versionId: string;
}
interface Lists {
  effective: (tx: Tx, filter: object) => Promise<Row[]>;
}
interface Searching {
  search: (tx: Tx, command: object) => Promise<{ rows: Row[] }>;
}

const load = createRequire(import.meta.url);
const slice = join(REPOSITORY, 'dist', 'libs', 'documents', 'src');
const part = <T,>(path: string, name: string): T => (load(join(slice, path)) as Record<string, T>)[name] as T;

/** One reader of the largest agency, in one transaction per act as a request has. */
class Tx {
  readonly client: pg.Client;
  readonly actor = {
    agencyId: LARGEST,
    readable: [LARGEST],
    personId: LARGEST,
    permissions: new Set(['documents.read-drafts', 'documents.read-history']),
  };

  constructor(client: pg.Client) {
    this.client = client;
  }

  async query(text: string, values: unknown[] = []): Promise<pg.QueryResultRow[]> {
    return (await this.client.query<pg.QueryResultRow>(text, values)).rows;
  }

  async prepared(text: string, values: unknown[] = []): Promise<pg.QueryResultRow[]> {
    return (
      await this.client.query<pg.QueryResultRow>({
        name: createHash('sha1').update(text).digest('hex'),
        text,
        values,
      })
    ).rows;
  }
}

interface Figures {
  wall: number[];
  processor: number[];
}

const at = (values: number[], share: number): number =>
  [...values].sort((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * share))] ?? 0;

function processorMs(pid: number): number {
  return Number(readFileSync(`/proc/${String(pid)}/schedstat`, 'utf8').split(' ')[0]) / 1e6;
}

async function measured(client: pg.Client, act: () => Promise<unknown>, rounds = ROUNDS): Promise<Figures> {
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid');
  const pid = rows[0]?.pid ?? 0;
  const figures: Figures = { wall: [], processor: [] };
  for (let round = 0; round < rounds + 2; round += 1) {
    await client.query('begin read only');
    await client.query(
      `select set_config('app.agency_id', $1, true), set_config('app.readable', $2, true), set_config('app.person_id', $1, true),
              set_config('app.path', 'vn.volume.x1', true)`,
      [LARGEST, `{${LARGEST}}`],
    );
    const [before, began] = [processorMs(pid), performance.now()];
    await act();
    // The first two rounds plan and warm.
    if (round >= 2) {
      figures.wall.push(performance.now() - began);
      figures.processor.push(processorMs(pid) - before);
    }
    await client.query('commit');
  }
  return figures;
}

function report(name: string, { wall, processor }: Figures): void {
  const line = (values: number[]): string =>
    `median ${at(values, 0.5).toFixed(1).padStart(6)} ms   p95 ${at(values, 0.95).toFixed(1).padStart(6)} ms`;
  console.log(`${name.padEnd(40)} processor ${line(processor)}   wall ${line(wall)}`);
}

async function bench(client: pg.Client): Promise<void> {
  const tx = new Tx(client);
  const searching = new (part<new (query: unknown) => Searching>(
    'application/search/search-versions',
    'SearchVersions',
  ))(new (part<new () => unknown>('persistence/search/search.query', 'SearchQuery'))());
  const lists = new (part<new (...parts: unknown[]) => Lists>(
    'application/search/list-documents',
    'ListDocuments',
  ))(new (part<new () => unknown>('persistence/library.query', 'LibraryQuery'))(), searching);
  const filters = {
    standing: null,
    kind: null,
    seriesKey: null,
    unitId: null,
    changeClass: null,
    year: null,
  };
  const all: Figures = { wall: [], processor: [] };
  for (const q of QUERIES) {
    let found = 0;
    const figures = await measured(client, async () => {
      found = (await searching.search(tx, { q, filters, after: null, limit: 20 })).rows.length;
    });
    report(`search “${q}” (${String(found)})`, figures);
    all.wall.push(...figures.wall);
    all.processor.push(...figures.processor);
  }
  report('search, all together (aim p95 ≤ 50 ms)', all);

  const list = (more: object): Promise<Row[]> =>
    lists.effective(tx, {
      q: null,
      series: null,
      unitId: null,
      kind: null,
      year: null,
      changeClass: null,
      after: null,
      limit: 50,
      ...more,
    });
  const first = await measured(client, () => list({}));
  report('list in force, page 1', first);
  const pages = FULL ? 200 : 30;
  let after: string[] | null = null;
  await measured(
    client,
    async () => {
      for (let page = 1; page < pages; page += 1) {
        const rows = await list({ after });
        const last = rows[49];
        if (last !== undefined) after = [last.seriesKey, last.codeKey, last.versionId];
      }
    },
    -1,
  );
  const late = await measured(client, () => list({ after }));
  report(`list in force, page ${String(pages)}`, late);
  console.log(
    `page ${String(pages)} : page 1 = ${(at(late.processor, 0.5) / at(first.processor, 0.5)).toFixed(2)} (aim ≤ 1.2)`,
  );
  report('list narrowed to “khai sinh”', await measured(client, () => list({ q: 'khai sinh' })));
  report('list narrowed to forms', await measured(client, () => list({ kind: 'form' })));
}

async function connected(url: string | undefined, work: (client: pg.Client) => Promise<void>): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function main(): Promise<void> {
  // A database that `cli seed --versions` has filled already.
  const ready = process.env['BENCH_DATABASE_URL'];
  if (ready !== undefined) return connected(ready, bench);
  const account = await serverAccount();
  const root =
    account === null ? mkdtempSync(join(tmpdir(), 'iso-volume-')) : mkdtempSync('/var/lib/iso-volume-');
  if (account !== null) spawnSync('chmod', ['755', root]);
  const cluster = { folder: join(root, 'pg'), account, password: newSecret() };
  await createCluster(cluster, true);
  const postgres = await startCluster(cluster, await freePort(), {
    logFile: join(root, 'postgres.log'),
    settings: { shared_buffers: '1GB', max_wal_size: '8GB' },
  });
  const passwords = {
    iso_owner: newSecret(),
    iso_app: newSecret(),
    iso_worker: newSecret(),
    iso_portal: newSecret(),
    iso_backup: newSecret(),
  };
  const environment = databaseEnvironment(passwords, {
    port: postgres.port,
    database: 'iso',
    superuserUrl: postgres.url('postgres'),
  });
  const size = Object.entries(SIZE).flatMap(([name, value]) => [`--${name}`, String(value)]);
  try {
    for (const command of [['bootstrap'], ['migrate'], ['seed', ...size]]) {
      const { status, stderr } = spawnSync(process.execPath, ['dist/apps/cli/main.js', ...command], {
        cwd: REPOSITORY,
        env: { ...process.env, ...environment },
      });
      if (status !== 0) throw new Error(stderr.toString());
      if (command[0] === 'seed') console.log(stderr.toString().trim());
    }
    await connected(environment['ISO_DB_APP_URL'], bench);
  } finally {
    await postgres.stop();
    rmSync(root, { recursive: true, force: true });
  }
}

await main();
