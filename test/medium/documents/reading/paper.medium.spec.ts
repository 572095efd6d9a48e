import JSZip from 'jszip';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import {
  aPdf,
  daysFromToday,
  Library,
  type Office,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  today,
  type VersionView,
} from '../../../support/staging';

interface Paper {
  id: string;
  number: number;
  state: string;
  recalledOn: string | null;
  holderName: string;
}
interface Trace {
  action: string;
  personName: string;
  copyNumber: number | null;
  sha256: string | null;
}

let stage: Stage;
let office: Office;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
});
beforeEach(async () => {
  office = await stage.office();
  library = new Library(stage.world, stage.api, office);
});
afterAll(() => stage.close());

async function sinceYesterday(lines: readonly Officer[] = []): Promise<VersionView> {
  const version = await library.approved();
  await office.by.secretary.send('PUT', `/versions/${version.id}/distribution`, {
    body: {
      lines: lines.map(({ id, fullName }) => ({ kind: 'person', personId: id, name: fullName })),
      dueDays: 5,
    },
    headers: { 'if-match': '"0"' },
  });
  await library.register(await library.decision([version]), {
    signedOn: daysFromToday(-1),
    lateReason: 'Nhập muộn',
  });
  return library.see(version);
}
async function supersede(version: VersionView): Promise<VersionView> {
  const next = await library.nextApproved(version);
  await library.register(await library.decision([next]));
  return library.see(next);
}
const handOut = (version: VersionView, holderName = 'Bộ phận một cửa'): Promise<Paper> =>
  office.by.secretary.post(`/versions/${version.id}/paper-copies`, {
    holderName,
    unitId: office.units[0],
    place: 'Tủ số 2',
    issuedOn: daysFromToday(-1),
  });
const papersOf = async (version: VersionView): Promise<Paper[]> =>
  (await office.by.secretary.get<Page<Paper>>(`/paper-copies?versionId=${version.id}`)).items;
const recallWork = async (): Promise<number> =>
  (await office.by.secretary.get<Page<{ kind: string }>>('/work-items?limit=100')).items.filter(
    ({ kind }) => kind === 'recall-copies',
  ).length;
const traces = async (version: VersionView): Promise<Trace[]> =>
  (await office.by.secretary.get<Page<Trace>>(`/access-log?versionId=${version.id}`)).items;

async function textOf(pdf: Uint8Array, page = 1): Promise<string> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: 0 });
  const document = await task.promise;
  const content = await (await document.getPage(page)).getTextContent();
  await task.destroy();
  return content.items.map((item) => ('str' in item ? item.str : '')).join(' ');
}
async function wordsOf(docx: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(docx);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml.replace(/<\/w:p>/g, '\n').replace(/<[^>]+>/g, '');
}
const bytesOf = async (officer: Officer, method: string, path: string): Promise<Buffer> => {
  const answer = await officer.send<Buffer>(method, path);
  expect({ path, status: answer.status }).toEqual({ path, status: 200 });
  return answer.body;
};

describe('DI-12 controlled copies on paper', () => {
  it('DI-12: bear a number each, also on the stamp', async () => {
    const version = await sinceYesterday();
    const [first, second] = [await handOut(version), await handOut(version, 'Phòng Văn hóa')];

    expect([first.number, second.number]).toEqual([1, 2]);
    const pdf = await bytesOf(office.by.secretary, 'POST', `/paper-copies/${second.id}/file`);
    expect(await textOf(pdf)).toContain('Bản kiểm soát số 02');
    expect(await traces(version)).toMatchObject([{ action: 'controlled', copyNumber: 2 }]);
  });

  it('DI-12: are called back when a new version is issued, and the work ends with the last one', async () => {
    const version = await sinceYesterday();
    const [first, second] = [await handOut(version), await handOut(version)];
    await supersede(version);

    expect((await papersOf(version)).map(({ state }) => state)).toEqual(['to-recall', 'to-recall']);
    expect(await recallWork()).toBe(1);
    const back = { recalledOn: today(), condition: 'Còn nguyên' };
    await office.by.secretary.post(`/paper-copies/${first.id}/return`, back);
    expect(await recallWork()).toBe(1);
    await office.by.secretary.post(`/paper-copies/${second.id}/return`, {
      condition: 'Mất khi chuyển trụ sở',
    });

    expect(await recallWork()).toBe(0);
    expect((await papersOf(version)).map(({ state }) => state).sort()).toEqual(['lost', 'recalled']);
  });

  it('DI-12: are called back by bãi bỏ', async () => {
    const version = await sinceYesterday();
    await handOut(version);
    await library.register(await library.decision([], { withdrawDocumentIds: [version.documentId] }));

    expect(await papersOf(version)).toMatchObject([{ state: 'to-recall' }]);
  });

  it('DI-12: are destroyed by minutes, once they are back', async () => {
    const version = await sinceYesterday();
    const copy = await handOut(version);
    await supersede(version);
    const destruction = {
      copyIds: [copy.id],
      heldOn: today(),
      place: 'Phòng lưu trữ',
      method: 'cắt vụn',
      reason: 'Tài liệu đã được thay thế',
      members: ['Nguyễn Thị Thư Ký – Thư ký ISO'],
    };
    const destroy = (): Promise<{ id: string }> => office.by.secretary.post('/destructions', destruction);

    expect(await refusalOf(destroy())).toBe('lifecycle.illegal-transition');
    await office.by.secretary.post(`/paper-copies/${copy.id}/return`, { recalledOn: today() });
    const { id } = await destroy();

    expect(await papersOf(version)).toMatchObject([{ state: 'destroyed' }]);
    const minutes = await wordsOf(await bytesOf(office.by.secretary, 'GET', `/destructions/${id}/minutes`));
    expect(minutes).toContain('BIÊN BẢN');
    expect(minutes).toContain(version.code);
    expect(minutes).toContain('cắt vụn');
  });

  it('FM: stand in the sổ phân phối, thu hồi, as Word and as .xlsx', async () => {
    const version = await sinceYesterday();
    await handOut(version, 'Trần Văn Giữ Bản');

    const book = await wordsOf(await bytesOf(office.by.secretary, 'GET', '/paper-copies/register'));
    expect(book).toContain('SỔ PHÂN PHỐI, THU HỒI TÀI LIỆU');
    expect(book).toContain('Trần Văn Giữ Bản');
    const zip = await JSZip.loadAsync(await bytesOf(office.by.secretary, 'GET', '/paper-copies.xlsx'));
    expect(await zip.file('xl/worksheets/sheet1.xml')?.async('string')).toContain('Trần Văn Giữ Bản');
  });
});

describe('DI-11 the trace of what leaves', () => {
  it('DI-11: names every download, print, master and opening with who and when', async () => {
    const version = await sinceYesterday();
    const { reader, author, secretary } = office.by;
    await bytesOf(reader, 'POST', `/versions/${version.id}/copies`);
    await bytesOf(reader, 'POST', `/versions/${version.id}/copies?purpose=print`);
    await bytesOf(author, 'GET', `/versions/${version.id}/master`);
    await bytesOf(reader, 'GET', `/versions/${version.id}/open`);

    const found = await traces(version);

    expect(found.map(({ action }) => action)).toEqual(['download', 'master', 'print', 'download']);
    expect(found[1]).toMatchObject({ personName: author.fullName });
    expect(found[3]?.sha256).toMatch(/^[0-9a-f]{64}$/);
    const zip = await JSZip.loadAsync(await bytesOf(secretary, 'GET', '/access-log.xlsx'));
    expect(await zip.file('xl/worksheets/sheet1.xml')?.async('string')).toContain(author.fullName);
  });

  it('DI-11: is read page by page by those entitled', async () => {
    const version = await sinceYesterday();
    for (let taken = 0; taken < 3; taken += 1)
      await bytesOf(office.by.reader, 'POST', `/versions/${version.id}/copies`);

    const first = await office.by.secretary.get<Page<Trace>>(`/access-log?versionId=${version.id}&limit=2`);
    const rest = await office.by.secretary.get<Page<Trace>>(
      `/access-log?versionId=${version.id}&limit=2&after=${first.next ?? ''}`,
    );

    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 1, null]);
    expect(await refusalOf(office.by.reader.get('/access-log'))).toBe('identity.forbidden');
  });
});

describe('DI-10 earlier versions', () => {
  it('DI-10: are closed to readers, and a copy of one is marked on every page', async () => {
    const first = await library.approved();
    await library.register(await library.decision([first]), {
      signedOn: daysFromToday(-1),
      lateReason: 'Muộn',
    });
    const second = await supersede(first);

    expect(await refusalOf(office.by.reader.get(`/versions/${first.id}`))).toBe(
      'documents.version-not-found',
    );
    expect(await office.by.secretary.get(`/versions/${first.id}`)).toMatchObject({
      state: 'superseded',
      effectiveVersionId: second.id,
    });
    const old = await bytesOf(office.by.secretary, 'POST', `/versions/${first.id}/copies`);
    expect(await textOf(old)).toContain('ĐÃ ĐƯỢC THAY THẾ – KHÔNG DÙNG');
    const current = await bytesOf(office.by.secretary, 'POST', `/versions/${second.id}/copies`);
    expect(await textOf(current)).not.toContain('KHÔNG DÙNG');
  });

  it('R20: a link to an earlier version tells a reader nothing but opens the document on the one in force', async () => {
    const first = await sinceYesterday();
    const second = await supersede(first);

    expect(await office.by.reader.get(`/documents/${first.documentId}`)).toMatchObject({
      current: { id: second.id, state: 'effective' },
      versions: [{ versionId: second.id }],
    });
  });

  it('DI-08: a coming version is open to those who are asked to read it, and to no other reader', async () => {
    const version = await library.approved();
    const { reader, secretary } = office.by;
    await secretary.send('PUT', `/versions/${version.id}/distribution`, {
      body: { lines: [{ kind: 'person', personId: reader.id, name: reader.fullName }], dueDays: 5 },
      headers: { 'if-match': '"0"' },
    });
    await library.register(await library.decision([version], { effectiveFrom: daysFromToday(9) }));
    const other = await office.hire(['reader']);

    expect(await reader.get(`/versions/${version.id}`)).toMatchObject({ state: 'scheduled' });
    expect(await refusalOf(other.get(`/versions/${version.id}`))).toBe('documents.version-not-found');
  });
});

describe('DI-16 classification', () => {
  const restrict = (version: VersionView, unitIds: string[], roles: string[] = []): Promise<unknown> =>
    office.by.secretary
      .send('PUT', `/documents/${version.documentId}/classification`, {
        body: { classification: 'restricted', unitIds, roles },
      })
      .then(({ status, text }) => expect({ status, text }).toEqual({ status: 204, text: '' }));

  it('DI-16: a restricted document is read by its units and roles alone, in lists too', async () => {
    const version = await library.effective({ title: 'Quy trình hạn chế' });
    await restrict(version, [office.units[0]], ['auditor']);
    const listed = async (officer: Officer): Promise<number> =>
      (await officer.get<Page<unknown>>('/documents?scope=effective&q=han che')).items.length;

    expect(await refusalOf(office.by.reader.get(`/versions/${version.id}`))).toBe('documents.restricted');
    expect(await refusalOf(office.by.reader.get(`/documents/${version.documentId}`))).toBe(
      'documents.restricted',
    );
    expect(await refusalOf(office.by.reader.get(`/versions/${version.id}/rendition`))).toBe(
      'documents.restricted',
    );
    expect([
      await listed(office.by.reader),
      await listed(office.by.auditor),
      await listed(office.by.secretary),
    ]).toEqual([0, 1, 1]);
    await restrict(version, [office.units[1]]);
    expect(await office.by.reader.get(`/versions/${version.id}`)).toMatchObject({ id: version.id });
  });

  it('DI-16: each denial stands in the journal and in the log', async () => {
    const version = await library.effective();
    await restrict(version, []);

    await refusalOf(office.by.reader.get(`/versions/${version.id}`));

    expect(await traces(version)).toMatchObject([
      { action: 'denied', personName: office.by.reader.fullName },
    ]);
    const { rows } = await stage.world.owner.query(
      `select 1 from journal.entry where agency_id = $1 and action = 'documents.access-denied' and subject_id = $2`,
      [office.agency.id, version.documentId],
    );
    expect(rows).toHaveLength(1);
  });

  it('DI-16: holds for the next version too', async () => {
    const version = await sinceYesterday();
    await restrict(version, [office.units[0]]);
    const next = await supersede(version);

    expect(await refusalOf(office.by.reader.get(`/versions/${next.id}`))).toBe('documents.restricted');
  });
});

describe('OF-09 phổ biến tại cuộc họp', () => {
  const meeting = async (
    version: VersionView,
    people: readonly Officer[],
    file: Buffer,
  ): Promise<Response> => {
    const form = new FormData();
    form.set('heldOn', today());
    form.set('place', 'Hội trường');
    form.set('personIds', people.map(({ id }) => id).join(','));
    form.set('file', new Blob([new Uint8Array(file)]), 'ky-nhan.pdf');
    const answer = await office.by.secretary.send('POST', `/versions/${version.id}/meetings`, { body: form });
    return answer as unknown as Response;
  };

  it('OF-09: prints the list of those who are to sign', async () => {
    const version = await sinceYesterday([office.by.reader, office.by.author]);

    const sheet = await wordsOf(
      await bytesOf(office.by.secretary, 'GET', `/versions/${version.id}/sign-sheet`),
    );

    expect(sheet).toContain('DANH SÁCH KÝ NHẬN');
    expect(sheet).toContain(office.by.reader.fullName);
    expect(sheet).toContain(office.by.author.fullName);
  });

  it('OF-09: counts who is ticked as informed, apart from who confirmed themselves, and keeps the scan', async () => {
    const { reader, author, clerk, secretary } = office.by;
    const version = await sinceYesterday([reader, author, clerk]);
    await clerk.post('/acknowledgements', { versionIds: [version.id] });
    const scan = await aPdf();

    expect((await meeting(version, [reader, clerk], scan)).status).toBe(201);

    const { informed, units } = await secretary.get<{ informed: number; units: unknown[] }>(
      `/versions/${version.id}/distribution`,
    );
    expect(informed).toBe(2);
    expect(units).toMatchObject([{ total: 3, self: 1, meeting: 1, missing: [author.fullName] }]);
    const [held] = await secretary.get<{ id: string; people: number }[]>(`/versions/${version.id}/meetings`);
    expect(held?.people).toBe(1);
    expect(await bytesOf(secretary, 'GET', `/meetings/${held?.id ?? ''}/scan`)).toEqual(scan);
  });

  it('OF-09: refuses a list without a scan, and people who were not asked', async () => {
    const version = await sinceYesterday([office.by.reader]);

    expect(await meeting(version, [office.by.reader], Buffer.from('không phải PDF'))).toMatchObject({
      body: { code: 'documents.meeting-incomplete' },
    });
    expect(await meeting(version, [office.by.head], await aPdf())).toMatchObject({
      body: { code: 'documents.not-a-reader' },
    });
  });
});
