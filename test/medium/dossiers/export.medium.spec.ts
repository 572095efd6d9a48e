import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';

import { OldExportsSweep } from '../../../libs/dossiers/src/jobs/old-exports-sweep';
import { type RunningWorker } from '../../../apps/worker/create-worker';
import { openArchive } from '../../../apps/cli/archive/archive-source';
import { verifyArchive } from '../../../apps/cli/archive/verify-archive';
import { verifyExportCommand } from '../../../apps/cli/commands/verify-export';
import { eventually } from '../../support';
import {
  daysFromToday,
  type Library,
  type Officer,
  PASSWORD,
  refusalOf,
  Stage,
  startWorkerInProcess,
  type VersionView,
} from '../../support/staging';

interface ExportView {
  id: string;
  state: string;
  size: number;
  sha256: string;
  figures: {
    rows: number;
    files: number;
    journalEntries: number;
    withheldDocuments: number;
    missing: number;
  };
  actions: { take: { allowed: boolean; code: string | null } };
}

const MARK = 'CHIM-SAO-2209';
const OTHERS = 'CHIM-CU-8812';
const HIDDEN = 'CHIM-LON-5570';

let stage: Stage;
let worker: RunningWorker;
let library: Library;
let effective: VersionView;
let hidden: VersionView;
const folder = mkdtempSync(join(tmpdir(), 'iso-spec-export-'));

beforeAll(async () => {
  stage = await Stage.open({ ISO_EXPORT_DAYS: '3' });
  const late = { signedOn: daysFromToday(-1), lateReason: 'Nhập muộn' };
  library = await stage.library(MARK);
  effective = await library.effective({ title: `Khai sinh ${MARK}` }, late);
  await library.draft({ title: `Dự thảo: khai tử / "thử" ${MARK}` });
  hidden = await library.effective({ title: `Nhân sự ${HIDDEN}`, series: HIDDEN }, late);
  await restrict(hidden);
  const others = await stage.library(OTHERS);
  await others.effective({ title: `Khai sinh ${OTHERS}` }, late);
  worker = await startWorkerInProcess(stage.environment);
}, 120_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

/** Only the first unit and the roles that see everything may read it. */
async function restrict({ id, documentId }: VersionView): Promise<void> {
  const unit = library.office.units[0];
  for (const [table, row] of [
    ['document', documentId],
    ['version', id],
  ] as const) {
    await stage.world.owner.query(
      `update documents.${table} set reading_units = array[$2::uuid], reading_roles = '{}' where id = $1`,
      [row, unit],
    );
  }
}

const ask = (officer: Officer, password = PASSWORD): Promise<ExportView> =>
  officer.post('/agency-exports', { reason: `Bàn giao cho đoàn kiểm tra ${MARK}`, password });
const see = (officer: Officer, { id }: { id: string }): Promise<ExportView> =>
  officer.get(`/agency-exports/${id}`);

async function ready(officer: Officer, asked: { id: string }): Promise<ExportView> {
  return eventually(
    async () => {
      const view = await see(officer, asked);
      return view.state === 'ready' ? view : null;
    },
    { within: 25_000 },
  );
}

const made = async (officer: Officer): Promise<ExportView> => ready(officer, await ask(officer));

async function taken(officer: Officer, view: ExportView): Promise<string> {
  const { path } = await officer.post<{ path: string }>(`/agency-exports/${view.id}/links`);
  const answer = await officer.send<Buffer>('GET', path);
  expect(answer.status).toBe(200);
  const file = join(folder, `${view.id}.zip`);
  writeFileSync(file, answer.body);
  return file;
}

async function contentOf(file: string): Promise<Map<string, Buffer>> {
  const source = await openArchive(file);
  const found = new Map<string, Buffer>();
  for (const path of source.paths()) found.set(path, await buffer(await source.open(path)));
  source.close();
  return found;
}

const holding = (content: Map<string, Buffer>, mark: string): string[] =>
  [...content].filter(([path, bytes]) => path.includes(mark) || bytes.includes(mark)).map(([path]) => path);

describe('DI-20 export of a whole agency', () => {
  let view: ExportView;
  let file: string;
  let content: Map<string, Buffer>;

  beforeAll(async () => {
    view = await made(library.office.by.head);
    file = await taken(library.office.by.head, view);
    content = await contentOf(file);
  }, 60_000);

  it('DI-20: asks for the password again, and makes one at a time', async () => {
    const { head } = library.office.by;

    expect(await refusalOf(ask(head, 'sai mật khẩu'))).toBe('identity.wrong-password');
    const asked = await ask(head);
    expect(await refusalOf(ask(head))).toBe('dossiers.export-under-way');
    await ready(head, asked);
  });

  it('DI-20: holds files, rows, pages and the manifest, and every byte of it is proved', async () => {
    const report = await verifyArchive(file);
    const paths = [...content.keys()];

    expect(report.faults).toEqual([]);
    expect(report).toMatchObject({
      sha256: view.sha256,
      rows: view.figures.rows,
      journalEntries: view.figures.journalEntries,
      journalWithheld: 0,
    });
    expect(view.figures).toMatchObject({ files: 6, missing: 0, withheldDocuments: 0 });
    expect(paths).toEqual(
      expect.arrayContaining([
        'index.html',
        'README.txt',
        'manifest.json',
        'SHA256SUMS',
        'tai-lieu-001.html',
        'quyet-dinh-001.html',
        'du-lieu/jsonl/documents.version.jsonl',
        'du-lieu/csv/identity.membership.csv',
        'nhat-ky/nhat-ky.jsonl',
      ]),
    );
    const folderOf = paths.find((path) => path.includes(`Khai sinh ${MARK}`));
    expect(folderOf).toContain(`tep/tai-lieu/Hộ tịch/${effective.code.replace('/', '-')}`);
  });

  it('DI-20: links every file of a document from a page that needs no network', () => {
    const page = content.get('tai-lieu-001.html')!.toString('utf8');
    const links = [...page.matchAll(/href="([^"]+)"/g)].map(([, link]) => decodeURIComponent(link ?? ''));

    expect(page).toContain(`Khai sinh ${MARK}`);
    expect(page).toContain('Đang hiệu lực');
    expect(page).toContain('&quot;thử&quot;');
    expect(links.filter((link) => link.startsWith('tep/'))).toHaveLength(6);
    expect(links.filter((link) => !content.has(link))).toEqual([]);
    expect(page).not.toMatch(/https?:\/\/|<script/);
  });

  it('DI-20: holds nothing of another agency, and no secret', async () => {
    const { rows } = await stage.world.owner.query<{ id: string }>(
      `select distinct agency_id as id from documents.version where title like '%${OTHERS}%'`,
    );

    expect(holding(content, OTHERS)).toEqual([]);
    expect(holding(content, rows[0]!.id)).toEqual([]);
    expect(holding(content, '$argon2')).toEqual([]);
    expect(holding(content, MARK).length).toBeGreaterThan(5);
  });

  it('RI-02: holds the trail, readable and provable', () => {
    const csv = content.get('nhat-ky/nhat-ky.csv')!.toString('utf8');

    expect(csv.split('\r\n')[0]).toContain('Thứ tự,Thời điểm (UTC),Người thực hiện');
    expect(csv).toContain('documents.version-issued');
    expect(csv).toContain('dossiers.export-asked');
    expect(csv.trim().split('\r\n').length).toBeGreaterThan(20);
  });

  it.each([
    ['a rendition', /ban-pdf\.pdf$/],
    ['a row', /documents\.version\.jsonl$/],
    ['the journal', /nhat-ky\.jsonl$/],
    ['a page', /index\.html$/],
    ['the manifest', /^manifest\.json$/],
    ['the sums', /^SHA256SUMS$/],
  ])('RI-02: a byte changed in %s is found', async (_, pattern) => {
    const root = mkdtempSync(join(folder, 'unpacked-'));
    const target = [...content.keys()].find((path) => pattern.test(path))!;
    for (const [path, bytes] of content) {
      mkdirSync(join(root, path, '..'), { recursive: true });
      const changed = Buffer.from(bytes);
      const place = path === 'manifest.json' ? bytes.indexOf('reason') + 12 : Math.floor(bytes.length / 2);
      if (path === target) changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(join(root, path), changed);
    }

    const { text, isWhole } = await verifyExportCommand(root, undefined);

    expect(isWhole).toBe(false);
    expect(text).toContain('SAI LỆCH');
  });

  it('RI-02: a byte changed anywhere in the data of the .zip is found', async () => {
    const bytes = readFileSync(file);
    for (const share of [0.1, 0.35, 0.6, 0.8]) {
      const changed = Buffer.from(bytes);
      const place = Math.floor(bytes.length * share);
      changed[place] = (changed[place] ?? 0) ^ 0xff;
      const path = join(folder, `flipped-${String(share)}.zip`);
      writeFileSync(path, changed);

      expect((await verifyExportCommand(path, view.sha256)).isWhole).toBe(false);
    }
    expect((await verifyExportCommand(file, view.sha256)).isWhole).toBe(true);
  });

  it('DI-20: is taken by its asker only, by a link of their own, and the journal says so', async () => {
    const { head } = library.office.by;
    const admin = library.office.by['agency-admin'];
    const { path } = await head.post<{ path: string }>(`/agency-exports/${view.id}/links`);

    expect((await see(admin, view)).actions.take).toMatchObject({
      allowed: false,
      code: 'dossiers.export-of-another',
    });
    expect(await refusalOf(admin.post(`/agency-exports/${view.id}/links`))).toBe(
      'dossiers.export-of-another',
    );
    expect(await refusalOf(admin.get(path))).toBe('dossiers.export-of-another');
    expect(await refusalOf(head.get(`/agency-exports/${view.id}/file?token=abc`))).toBe('dossiers.link-over');
    const part = await head.send<Buffer>('GET', path, { headers: { range: 'bytes=100-' } });
    expect({ status: part.status, length: part.body.length }).toEqual({
      status: 206,
      length: view.size - 100,
    });

    await stage.world.owner.query("update dossiers.export_link set expires_at = now() - interval '1 second'");
    expect(await refusalOf(head.get(path))).toBe('dossiers.link-over');
    const { rows } = await stage.world.owner.query<{ action: string }>(
      "select action from journal.entry where subject_type = 'agency-export' and subject_id = $1 order by seq",
      [view.id],
    );
    expect(rows.map(({ action }) => action.replace('dossiers.export-', ''))).toEqual([
      'asked',
      'made',
      'link-made',
      'downloaded',
      'link-made',
      'downloaded',
    ]);
  });

  it('DI-20: leaves out what the asker may not read, and the chain can still be followed', async () => {
    const admin = library.office.by['agency-admin'];
    const theirs = await made(admin);
    const path = await taken(admin, theirs);
    const report = await verifyArchive(path);

    expect(holding(content, HIDDEN).length).toBeGreaterThan(3);
    expect(holding(await contentOf(path), HIDDEN)).toEqual([]);
    expect(theirs.figures).toMatchObject({ withheldDocuments: 1, files: 4 });
    expect(report.faults).toEqual([]);
    expect(report.journalWithheld).toBeGreaterThan(3);
  });

  it('DI-20: is deleted when its days are over', async () => {
    const { head } = library.office.by;
    const { rows } = await stage.world.owner.query<{ days: number }>(
      'select extract(day from expires_at - finished_at)::int as days from dossiers.agency_export where id = $1',
      [view.id],
    );
    expect(rows[0]!.days).toBe(3);
    const ref = { area: 'records', agencyId: library.office.agency.id, sha256: view.sha256 } as const;
    expect(await stage.api.files.stat(ref)).not.toBeNull();
    await stage.world.owner.query(
      "update dossiers.agency_export set expires_at = now() - interval '1 minute' where id = $1",
      [view.id],
    );

    await worker.app.get(OldExportsSweep, { strict: false }).sweep();

    expect((await see(head, view)).state).toBe('deleted');
    expect(await stage.api.files.stat(ref)).toBeNull();
    expect(await refusalOf(head.post(`/agency-exports/${view.id}/links`))).toBe('dossiers.export-gone');
  });

  it('DI-20: goes on after the worker that made it has died', async () => {
    const { head } = library.office.by;
    await worker.app.close();
    const asked = await ask(head);
    await stage.world.owner.query(
      "update dossiers.agency_export set claimed_until = now() + interval '2 seconds', attempts = 1 where id = $1",
      [asked.id],
    );
    expect((await see(head, asked)).state).toBe('running');

    worker = await startWorkerInProcess(stage.environment);

    await ready(head, asked);
  }, 60_000);

  it('DI-20: names a file that the store has lost, and gives the rest', async () => {
    const { head } = library.office.by;
    const agencyId = library.office.agency.id;
    const sha256 = effective.rendition.sha256!;
    await stage.api.files.remove({ area: 'renditions', agencyId, sha256 });

    const lost = await made(head);
    const report = await verifyArchive(await taken(head, lost));

    expect(lost.figures).toMatchObject({ missing: 1, files: 5 });
    expect(report.faults).toEqual([]);
  });
});
