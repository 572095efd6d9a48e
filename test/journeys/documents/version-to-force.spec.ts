import { randomUUID } from 'node:crypto';

import { OfficeConverter } from '@app/platform/office';
import JSZip from 'jszip';
import { PDFDocument } from 'pdf-lib';

import { eventually } from '../../support';
import {
  aForm,
  aPdf,
  daysFromToday,
  Library,
  type Line,
  type Office,
  type Officer,
  type Page,
  PASSWORD,
  refusalOf,
  Stage,
  startWorkerInProcess,
  type VersionView,
} from '../../support/staging';

interface UploadView {
  id: string;
  state: string;
  problem: { code: string } | null;
  proposal: { code: string | null; title: string | null } | null;
  previewPages: number | null;
}
interface WorkLine {
  kind: string;
  title: string;
  detail: string | null;
  link: string;
}

let stage: Stage;
let worker: Awaited<ReturnType<typeof startWorkerInProcess>>;
let office: Office;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  worker = await startWorkerInProcess(stage.environment);
  office = await stage.office();
  library = new Library(stage.world, stage.api, office);
}, 60_000);

afterAll(async () => {
  await worker.app.close();
  await stage.close();
});

/** Drops a file into "Tải lên" and waits until the worker has read it. */
async function uploads(by: Officer, name: string, content: Buffer): Promise<UploadView> {
  const form = new FormData();
  form.set('file', new Blob([new Uint8Array(content)]), name);
  const { id } = await by.post<UploadView>('/uploads', form);
  return eventually(
    async () => {
      const upload = await by.get<UploadView>(`/uploads/${id}`);
      return ['received', 'reading'].includes(upload.state) ? null : upload;
    },
    { within: 25_000 },
  );
}

const work = async (by: Officer, title: string): Promise<WorkLine[]> =>
  (await by.get<Page<WorkLine>>('/work-items')).items.filter((item) => item.title.includes(title));

const finds = async (by: Officer, q: string): Promise<Line[]> =>
  (await by.get<Page<Line>>(`/documents?scope=effective&q=${encodeURIComponent(q)}`)).items;

it('carries a procedure from the upload to force, with one return on its way', async () => {
  const { secretary, author, reviewer, approver, clerk, reader } = office.by;

  const upload = await uploads(secretary, 'QT khai sinh.pdf', await aPdf(['QUY TRINH', randomUUID()]));
  expect(upload).toMatchObject({ state: 'ready', previewPages: 1, problem: null });
  const form = aForm(author);
  const draft = await secretary.post<VersionView>('/documents', { ...form, uploadId: upload.id });
  expect(draft).toMatchObject({ state: 'draft', rendition: { state: 'ready' } });
  expect(await finds(reader, draft.code)).toEqual([]);

  const sent = await library.submit(draft);
  expect(sent.state).toBe('waiting-review');
  expect((await work(reviewer, draft.code)).map(({ kind }) => kind)).toEqual(['review']);
  expect(await work(approver, draft.code)).toEqual([]);
  expect(await refusalOf(library.approve(sent))).toBe('documents.not-their-turn');

  await reviewer.post(`/versions/${draft.id}/return`, { reason: 'Thiếu biểu mẫu số 02' });
  expect(await library.see(draft)).toMatchObject({ state: 'returned' });
  const [task] = await work(author, draft.code);
  expect(task).toMatchObject({ kind: 'fix-returned', detail: 'Thiếu biểu mẫu số 02' });
  expect(await work(reviewer, draft.code)).toEqual([]);

  const before = await library.see(draft);
  await author.patch(`/versions/${draft.id}`, { title: 'Quy trình đã bổ sung biểu mẫu' }, before.rowVersion);
  const again = await library.submit(draft);
  expect(again).toMatchObject({ state: 'waiting-review', title: 'Quy trình đã bổ sung biểu mẫu' });
  expect(await work(author, draft.code)).toEqual([]);

  const reviewed = await library.review(again);
  expect(reviewed.state).toBe('waiting-approval');
  const approved = await library.approve(reviewed);
  expect(approved.state).toBe('approved');
  expect(approved.signatures.map(({ meaning, valid }) => [meaning, valid])).toEqual([
    ['reviewed', true],
    ['approved', true],
  ]);
  expect(await finds(reader, draft.code)).toEqual([]);

  const decision = await library.decision([approved], { abstract: `Ban hành ${draft.code}` });
  expect((await work(clerk, draft.code)).map(({ kind }) => kind)).toEqual(['register-decision']);
  await library.register(decision);
  expect(await work(clerk, draft.code)).toEqual([]);
  expect((await finds(reader, draft.code)).map(({ versionId, state }) => [versionId, state])).toEqual([
    [draft.id, 'effective'],
  ]);
});

it('supersedes a version by the next one, and the reader sees the one in force alone (DI-10)', async () => {
  const { reader, auditor } = office.by;
  const first = await library.effective({}, { signedOn: daysFromToday(-1), lateReason: 'Vào sổ muộn' });
  const second = await library.nextApproved(first, { title: 'Quy trình lần 2' });
  expect((await finds(reader, first.code)).map(({ versionId }) => versionId)).toEqual([first.id]);

  await library.register(await library.decision([second]));

  expect((await finds(reader, first.code)).map(({ versionId }) => versionId)).toEqual([second.id]);
  const page = await reader.get<{ current: VersionView; versions: { versionId: string }[] }>(
    `/documents/${first.documentId}`,
  );
  expect(page.current.id).toBe(second.id);
  expect(page.versions.map(({ versionId }) => versionId)).toEqual([second.id]);
  expect(await refusalOf(reader.get(`/versions/${first.id}`))).toBe('documents.version-not-found');
  expect(await auditor.get(`/versions/${first.id}`)).toMatchObject({ state: 'superseded' });
});

it('gives a copy that names itself, and keeps its hash before the first byte leaves (DI-11)', async () => {
  const version = await library.effective();
  const draft = await library.draft();

  const copy = await office.by.reader.send<Buffer>('POST', `/versions/${version.id}/copies`);
  const { rows } = await stage.world.owner.query<{ sha256: string; holder: string }>(
    'select sha256, holder_id as holder from documents.issued_copy where version_id = $1',
    [version.id],
  );

  expect(copy.status).toBe(200);
  expect(copy.headers.get('content-disposition')).toMatch(/^attachment;/);
  const subtle = await crypto.subtle.digest('SHA-256', new Uint8Array(copy.body));
  expect(rows).toEqual([{ sha256: Buffer.from(subtle).toString('hex'), holder: office.by.reader.id }]);
  // The page and the sheet of signatures (RI-10).
  expect((await PDFDocument.load(copy.body)).getPageCount()).toBe(2);
  expect(await refusalOf(office.by.secretary.post(`/versions/${draft.id}/copies`))).toBe(
    'documents.nothing-to-copy',
  );
});

it('serves the pages by Range and never under another type', async () => {
  const version = await library.effective();

  const whole = await office.by.reader.send<Buffer>('GET', `/versions/${version.id}/rendition`);
  const part = await office.by.reader.send<Buffer>('GET', `/versions/${version.id}/rendition`, {
    headers: { range: 'bytes=0-4' },
  });

  expect([
    whole.status,
    whole.headers.get('content-type'),
    whole.headers.get('x-content-type-options'),
  ]).toEqual([200, 'application/pdf', 'nosniff']);
  expect([part.status, part.text]).toEqual([206, '%PDF-']);
});

it('writes one journal row for each act, in the order of the acts', async () => {
  const version = await library.effective();

  const { items } = await office.by.secretary.get<Page<{ seq: number; action: string }>>(
    `/journal?subjectType=document&subjectId=${version.documentId}`,
  );

  expect(items.map(({ action }) => action).reverse()).toEqual([
    'documents.version-drafted',
    'documents.drafting-confirmed',
    'documents.version-submitted',
    'documents.version-reviewed',
    'documents.version-approved',
    'documents.version-issued',
    'documents.distributed',
  ]);
});

const withOffice = new OfficeConverter().isAvailable ? it : it.skip;

withOffice('makes the pages of a Word file while it reads it', async () => {
  const { secretary, author } = office.by;
  const upload = await uploads(
    secretary,
    'QT.docx',
    await aWordFile(['QUY TRÌNH', 'Mã hiệu: QT 05/HT', randomUUID()]),
  );

  const draft = await secretary.post<VersionView>('/documents', { ...aForm(author), uploadId: upload.id });

  expect(upload).toMatchObject({ state: 'ready', previewPages: 1 });
  expect(draft.rendition).toMatchObject({ state: 'ready', pages: 1 });
  expect(await refusalOf(library.submit(draft))).toBe('granted');
});

it('signs nothing without the password, however often it is asked', async () => {
  const version = await library.waitingForApproval();
  const approver = await office.hire(['reader', 'approver']);
  const mine = await library.draft();
  await office.by.secretary.post(`/versions/${mine.id}/submission`, {
    reviewerId: office.by.reviewer.id,
    approverId: approver.id,
  });
  await library.review(await library.see(mine));

  const tries: string[] = [];
  for (let attempt = 0; attempt < 6; attempt += 1) {
    tries.push(
      await refusalOf(
        approver.post(`/versions/${mine.id}/approval`, {
          password: `${PASSWORD}?`,
          contentHash: (await library.see(mine)).rendition.sha256,
        }),
      ),
    );
  }

  expect(tries.slice(0, 5)).toEqual(Array(5).fill('identity.wrong-password'));
  expect(tries[5]).toBe('identity.locked');
  expect((await library.see(version)).state).toBe('waiting-approval');
});

async function aWordFile(paragraphs: readonly string[]): Promise<Buffer> {
  const zip = new JSZip();
  zip.file(
    '[Content_Types].xml',
    `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
      <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
      <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
    </Types>`,
  );
  zip.file(
    '_rels/.rels',
    `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">
      <Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>
    </Relationships>`,
  );
  const body = paragraphs.map((text) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`).join('');
  zip.file(
    'word/document.xml',
    `<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}
