// Ours beside the limit (hand-written.mts), in interleaved rounds on one machine that client, servers and database share:
// open a document, list 50 of 20,000, create a draft, approve, a portal page; then idle memory and the web's first load.
// Ratios are what counts; absolute figures belong to the machine.
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import autocannon from 'autocannon';
import { PDFDocument } from 'pdf-lib';
import pg from 'pg';
import { serverAccount } from '../../scripts/lib/account.mts';
import { REPOSITORY } from '../../scripts/lib/paths.mts';
import { createCluster, startCluster } from '../../scripts/lib/postgres.mts';
import { freePort, until } from '../../scripts/lib/processes.mts';
import { databaseEnvironment, newSecret } from '../../scripts/lib/product-database.mts';

const ROUNDS = Number(process.env['BENCH_ROUNDS'] ?? 5);
const SECONDS = Number(process.env['BENCH_SECONDS'] ?? 3);
const DOCUMENTS = 20_000;
const WRITES = 60;
const PASSWORD = 'Iso-DienTu@2026';

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

class Person {
  readonly base: string;
  readonly cookie: string;

  constructor(base: string, cookie: string) {
    this.base = base;
    this.cookie = cookie;
  }

  static async signIn(base: string, login: string): Promise<Person> {
    const answer = await fetch(`${base}/sessions`, {
      method: 'POST',
      headers: { origin: new URL(base).origin, 'content-type': 'application/json' },
      body: JSON.stringify({ login, password: PASSWORD }),
    });
    if (!answer.ok) throw new Error(await answer.text());
    return new Person(base, answer.headers.get('set-cookie')?.split(';')[0] ?? '');
  }

  async send<Result>(method: string, url: string, body?: unknown): Promise<Result> {
    const form = body instanceof FormData;
    const answer = await fetch(url.startsWith('http') ? url : this.base + url, {
      method,
      headers: {
        origin: new URL(this.base).origin,
        cookie: this.cookie,
        ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: form ? body : JSON.stringify(body) }),
    });
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${url}: ${String(answer.status)} ${text}`);
    return (text === '' ? null : JSON.parse(text)) as Result;
  }
}

async function readsPerSecond(url: string, cookie: string): Promise<number> {
  const result = await autocannon({ url, connections: 8, duration: SECONDS, headers: { cookie } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${String(result.non2xx)} refused`);
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
    settings: { shared_buffers: '256MB' },
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

/** A real upload through the API and the worker: what the other drafts are copies of. */
async function uploadOne(person: Person): Promise<string> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Quy trinh', { x: 60, y: 760 });
  const form = new FormData();
  form.append('file', new Blob([await document.save()]), 'quy-trinh.pdf');
  const { id } = await person.send<{ id: string }>('POST', '/uploads', form);
  const read = await until(
    async () =>
      ['ready', 'unread'].includes((await person.send<{ state: string }>('GET', `/uploads/${id}`)).state),
    60_000,
  );
  if (!read) throw new Error('the upload was not read');
  return id;
}

async function fill(
  owner: pg.Client,
  uploadId: string,
): Promise<{ versionId: string; drafterId: string; contentHash: string }> {
  const { rows: uploads } = await owner.query(
    'select agency_id, rendition_sha256 from documents.upload where id = $1',
    [uploadId],
  );
  const { agency_id: agencyId, rendition_sha256: contentHash } = uploads[0] as {
    agency_id: string;
    rendition_sha256: string;
  };
  const { rows: people } = await owner.query(
    "select person_id from identity.membership where agency_id = $1 and 'unit-focal' = any (roles)",
    [agencyId],
  );
  const { person_id: drafterId } = people[0] as { person_id: string };
  const decision = crypto.randomUUID();
  await owner.query(
    `insert into documents.issuing_decision (agency_id, id, state, abstract, signer_id, signer_name, signer_position, formula, number,
        signed_on, effective_on, created_by) values ($1, $2, 'registered', 'Đo', $3, 'x', 'x', '', '1/QĐ', '2026-01-05', '2026-01-05', $3)`,
    [agencyId, decision, drafterId],
  );
  await owner.query(
    `with made as (insert into documents.document (agency_id, id, kind, code, series, title)
       select $1, gen_random_uuid(), 'procedure', 'QT ' || n || '/DO', 'Lĩnh vực ' || n % 40, 'Quy trình giải quyết thủ tục số ' || n
         from generate_series(1, $2::int) n returning *)
     insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id, drafter_name,
         uploader_id, uploader_name, master_sha256, master_name, master_size, master_type, rendition_state, rendition_sha256,
         rendition_size, rendition_pages, validity, decision_id, verification_code)
     select agency_id, gen_random_uuid(), id, 1, 0, 'issued', code, series, title, kind, $4, 'x', $4, 'x', $5, 'a.pdf', 1, 'pdf', 'ready', $5, 1, 1,
            daterange('2026-01-05', null), $3, id::text from made`,
    [agencyId, DOCUMENTS, decision, drafterId, contentHash],
  );
  const { rows } = await owner.query('select id from documents.version where agency_id = $1 limit 1', [
    agencyId,
  ]);
  const { id: versionId } = rows[0] as { id: string };
  await owner.query(
    `insert into documents.citation (agency_id, id, version_id, ordinal, number_symbol, number_key, kind, issuer, issuer_key)
     select $1, gen_random_uuid(), $2, n, n || '/2015/NĐ-CP', n || '/2015/nd-cp', 'Nghị định', 'Chính phủ', 'chinh phu' from generate_series(1, 20) n`,
    [agencyId, versionId],
  );
  await owner.query('analyze');
  return { versionId, drafterId, contentHash };
}

async function copyUploads(owner: pg.Client, uploadId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query(
    `insert into documents.upload (agency_id, id, uploader_id, file_name, media_type, size, sha256, state, progress, proposal,
        rendition_sha256, rendition_size, rendition_pages)
     select agency_id, gen_random_uuid(), uploader_id, file_name, media_type, size, sha256, 'ready', 100, proposal, rendition_sha256,
            rendition_size, rendition_pages from documents.upload, generate_series(1, $2::int) where id = $1 returning id`,
    [uploadId, count],
  );
  return (rows as { id: string }[]).map(({ id }) => id);
}

/** Versions that wait for the head's approval, each on their desk. */
async function makeWaiting(owner: pg.Client, versionId: string, count: number): Promise<string[]> {
  const { rows } = await owner.query(
    `with head as (select m.* from identity.membership m join documents.version v on v.agency_id = m.agency_id
         where v.id = $1 and 'head' = any (m.roles)),
       made as (insert into documents.document (agency_id, id, kind, code, series, title)
         select agency_id, gen_random_uuid(), 'procedure', 'CD ' || n, 'Chờ duyệt', 'Quy trình chờ duyệt' from head, generate_series(1, $2::int) n returning *),
       versions as (insert into documents.version (agency_id, id, document_id, issue, revision, state, code, series, title, kind, drafter_id,
           drafter_name, uploader_id, uploader_name, master_sha256, master_name, master_size, master_type, rendition_state, rendition_sha256,
           rendition_size, rendition_pages, verification_code, review_round, submitted_at)
         select made.agency_id, gen_random_uuid(), made.id, 1, 0, 'in-review', made.code, made.series, made.title, made.kind, v.drafter_id, 'x',
                v.uploader_id, 'x', v.master_sha256, 'a.pdf', 1, 'pdf', 'ready', v.rendition_sha256, 1, 1, made.id::text, 1, now()
           from made, documents.version v where v.id = $1 returning *),
       steps as (insert into documents.route_step (agency_id, id, version_id, round, step_no, kind, assignee_id, assignee_name, state, since)
         select versions.agency_id, gen_random_uuid(), versions.id, 1, 2, 'approve', head.person_id, head.person_name, 'current', now() from versions, head returning *),
       items as (insert into work.item (agency_id, kind, subject_type, subject_id, assignee_id, title, link)
         select agency_id, 'approve', 'document-version', version_id, assignee_id, 'Phê duyệt', '/' from steps returning 1)
     select id from versions`,
    [versionId, count],
  );
  return (rows as { id: string }[]).map(({ id }) => id);
}

await main();
