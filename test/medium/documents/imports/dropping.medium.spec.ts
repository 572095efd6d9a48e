import { systemActor } from '@app/kernel';
import { Inbox } from '@app/platform/database';

import {
  ArchiveUnpacking,
  OpenArchive,
} from '../../../../libs/documents/src/application/imports/open-archive';
import { ReceiveImportFile } from '../../../../libs/documents/src/application/imports/receive-import-file';
import { Quarantine } from '../../../../libs/documents/src/application/quarantine';
import { ImportsRepository } from '../../../../libs/documents/src/persistence/imports/imports.repository';
import { docx, rawZip, type RawEntry } from '../../../support/bad-files';
import { ImportDesk, refusalOf, Stage } from '../../../support/staging';

interface Received {
  kind: string;
  id: string;
  known: boolean;
}

let stage: Stage;
let desk: ImportDesk;
let batch: string;

beforeAll(async () => {
  stage = await Stage.open();
  desk = new ImportDesk(stage.world, stage.api, await stage.office());
});

beforeEach(async () => {
  batch = await desk.open();
});

afterAll(() => stage.close());

function drop(name: string, content: Buffer, folder = ''): Promise<Received> {
  const form = new FormData();
  form.set('folder', folder);
  form.set('file', new Blob([new Uint8Array(content)]), name);
  return desk.office.by.secretary.post(`/imports/${batch}/files`, form);
}

/** What the worker does with a ZIP, again after a crash too. */
async function opens(archiveId: string, attempt = 1): Promise<void> {
  const { app } = stage.api;
  const { id, path } = desk.office.agency;
  const { unitOfWork } = stage.world;
  const imports = app.get(ImportsRepository, { strict: false });
  const quarantine = app.get(Quarantine, { strict: false });
  const receiving = app.get(ReceiveImportFile, { strict: false });
  const unpacking = new ArchiveUnpacking(quarantine, receiving, unitOfWork);
  const opening = new OpenArchive(unitOfWork, new Inbox(), imports, unpacking);
  await opening.execute(systemActor(id, archiveId, path), archiveId, { messageId: archiveId, attempt });
}

const paper = (title: string): Buffer => docx({ 'word/note.xml': `<note>${title}</note>` });

it('OF-04: the same content dropped again is the same row', async () => {
  const first = await drop('Một.docx', paper('một'), 'ho-tich');

  const again = await drop('Một (1).docx', paper('một'));

  expect(again).toEqual({ kind: 'item', id: first.id, known: true });
  expect((await desk.detail(batch)).total).toBe(1);
});

it('OF-04: the same content dropped twice at the same time is one row', async () => {
  const both = await Promise.all([drop('Hai.docx', paper('hai')), drop('Hai.docx', paper('hai'))]);

  expect(new Set(both.map(({ id }) => id)).size).toBe(1);
});

it('OF-04: nothing is dropped into the import of another agency', async () => {
  const other = await stage.office();
  const form = new FormData();
  form.set('file', new Blob(['x']), 'x.docx');

  expect(await refusalOf(other.by.secretary.post(`/imports/${batch}/files`, form))).toBe(
    'documents.import-not-found',
  );
});

describe('OF-04 a ZIP', () => {
  const documents = (count: number): RawEntry[] =>
    Array.from({ length: count }, (_, at) => ({
      name: `Quy trình/${at % 2 === 0 ? 'ho-tich' : 'chung-thuc'}/${String(at)}. Quy trình.docx`,
      data: paper(`zip ${String(at)}`),
    }));

  it('OF-04: a ZIP of more than fifty documents becomes their rows, with folders as hints', async () => {
    const remains = [
      { name: '__MACOSX/ho-tich/._0. Quy trình.docx', data: 'x' },
      { name: 'ho-tich/~$0. Quy trình.docx', data: 'x' },
      { name: 'ho-tich/ghi-chu.txt', data: 'x' },
    ];
    const { kind, id } = await drop('tai-lieu.zip', rawZip([...documents(52), ...remains]));

    await opens(id);

    const { total, counts, archives } = await desk.detail(batch);
    expect(kind).toBe('archive');
    expect([total, counts['reading']]).toEqual([52, 52]);
    expect(archives).toMatchObject([{ state: 'opened', leftOut: ['ho-tich/ghi-chu.txt'] }]);
    const rows = await desk.rows(batch);
    expect(new Set(rows.map(({ fields: { series } }) => series))).toEqual(new Set(['Hộ tịch', 'Chứng thực']));
  });

  it('OF-04: one begun again after a crash takes nothing twice', async () => {
    const content = rawZip(documents(5));
    const { id } = await drop('tai-lieu.zip', content);
    await drop('0. Quy trình.docx', paper('zip 0'));

    await opens(id);
    await opens(id, 2);

    expect((await desk.detail(batch)).total).toBe(5);
    expect(await drop('tai-lieu.zip', content)).toMatchObject({ id, known: true });
  });

  it.each([
    [
      'B-01: entries that overlap',
      rawZip([
        { name: 'a.docx', data: 'a' },
        { name: 'b.docx', data: 'a', overlapping: true },
      ]),
    ],
    [
      'B-01: an entry that unpacks beyond the limits',
      rawZip([{ name: 'a.docx', data: Buffer.alloc(60 * 1024 * 1024) }]),
    ],
    ['B-01: a ZIP cut off', rawZip(documents(2)).subarray(0, 300)],
    ['B-01: an encrypted ZIP', rawZip([{ name: 'a.docx', data: 'a', flags: 1 }])],
  ])('%s: the ZIP is refused with its reason, the import goes on', async (_, content) => {
    const { id } = await drop('xau.zip', content);

    await opens(id);

    const { total, archives } = await desk.detail(batch);
    expect(total).toBe(0);
    expect(archives).toMatchObject([{ state: 'refused', problem: expect.stringMatching(/\S/) as string }]);
  });

  it('B-01: a ZIP with a name that leaves its folder gives no file', async () => {
    const { id } = await drop('ten.zip', rawZip([{ name: '../../../etc/x.docx', data: paper('leaving') }]));

    await opens(id);

    expect((await desk.detail(batch)).total).toBe(0);
  });
});
