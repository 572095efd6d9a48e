import mammoth from 'mammoth';

import {
  daysFromToday,
  type Library,
  refusalOf,
  Stage,
  statementsOf,
  type VersionView,
} from '../../../support/staging';

interface Compared {
  cover: { field: string; left: string | null; right: string | null; changed: boolean }[];
  cases: { steps: { changed: string[] }[]; limitChanged: boolean }[];
}
interface Rows {
  items: { at: number; changed: boolean; left: Side | null; right: Side | null }[];
  next: string | null;
  changes: number;
  leftPages: number;
}
interface Side {
  page: number;
  spans: { kind: string; text: string }[];
}

let stage: Stage;
let library: Library;
let first: VersionView;
let second: VersionView;

const LATE = { signedOn: daysFromToday(-1), lateReason: 'Nhập muộn' };

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  first = await library.effective({}, LATE);
  second = await library.nextApproved(first, { title: 'Đăng ký khai sinh lưu động' });
});

afterAll(() => stage.close());

async function pages(version: VersionView, texts: readonly string[]): Promise<void> {
  await stage.world.owner.query(
    `insert into documents.version_page (agency_id, version_id, page, text)
     select $1, $2, page, text from unnest($3::text[]) with ordinality as each_page (text, page)`,
    [library.office.agency.id, version.id, texts],
  );
}

async function steps(version: VersionView, days: number): Promise<void> {
  const content = {
    sections: [],
    cases: [
      {
        name: '',
        limit: { value: days + 1, unit: 'working-day' },
        limitFrom: null,
        steps: [
          { no: '1', name: 'Tiếp nhận hồ sơ', responsible: 'Công chức', duration: null },
          { no: '2', name: 'Thẩm tra', responsible: 'Công chức', duration: { value: days, unit: 'day' } },
        ],
      },
    ],
    fee: null,
    dossier: [],
    forms: [],
    records: [],
    amendments: [],
  };
  await stage.world.owner.query(
    `insert into documents.version_content (agency_id, version_id, origin, content) values ($1, $2, 'read', $3)`,
    [library.office.agency.id, version.id, JSON.stringify(content)],
  );
}

const pair = (): string => `left=${first.id}&right=${second.id}`;

describe('DI-07: any two versions are compared', () => {
  beforeAll(async () => {
    await pages(first, ['Mục đích: quy định thống nhất.\nThời hạn: 05 ngày làm việc.', 'Hồ sơ lưu một năm.']);
    await pages(second, [
      'Mục đích: quy định thống nhất.\nThời hạn: 03 ngày làm việc.',
      'Hồ sơ lưu một năm.',
    ]);
    await steps(first, 3);
    await steps(second, 2);
  });

  it('by cover fields, hashes and step tables', async () => {
    const found = await library.office.by.auditor.get<Compared>(
      `/documents/${first.documentId}/comparison?left=${first.id}&right=${first.id}`,
    );
    const both = await library.office.by.secretary.get<Compared>(
      `/documents/${first.documentId}/comparison?${pair()}`,
    );

    expect(found.cover.every(({ changed }) => !changed)).toBe(true);
    const changed = both.cover.filter((line) => line.changed).map(({ field }) => field);
    expect(changed).toEqual(expect.arrayContaining(['title', 'edition', 'change-class']));
    expect(both.cover.find(({ field }) => field === 'rendition-hash')?.left).toMatch(/^[0-9a-f]{64}$/);
    expect(both.cases).toMatchObject([
      { limitChanged: true, steps: [{ changed: [] }, { changed: ['duration'] }] },
    ]);
  });

  it('by the text of their pages, word by word, with the page', async () => {
    const path = `/documents/${first.documentId}/comparison/text?${pair()}`;
    const all = await library.office.by.secretary.get<Rows>(path);
    const changed = await library.office.by.secretary.get<Rows>(`${path}&show=changes`);

    expect(all).toMatchObject({ changes: 1, leftPages: 2, next: null });
    expect(all.items.map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(changed.items).toMatchObject([
      {
        at: 1,
        left: { page: 1, spans: [{ text: 'Thời hạn:' }, { kind: 'removed', text: '05' }, {}] },
        right: { page: 1, spans: [{ text: 'Thời hạn:' }, { kind: 'added', text: '03' }, {}] },
      },
    ]);
  });

  it('page by page of the answer, without loss', async () => {
    const path = `/documents/${first.documentId}/comparison/text?${pair()}&limit=2`;
    const begin = await library.office.by.secretary.get<Rows>(path);
    const rest = await library.office.by.secretary.get<Rows>(`${path}&after=${begin.next ?? ''}`);

    expect([...begin.items, ...rest.items].map(({ at }) => at)).toEqual([0, 1, 2]);
    expect(rest.next).toBeNull();
  });

  it('of one document only, and as far as the person may see', async () => {
    const other = await library.draft();
    const path = `/documents/${first.documentId}/comparison?left=${first.id}&right=${other.id}`;

    expect(await refusalOf(library.office.by.secretary.get(path))).toBe('documents.version-not-found');
    const draft = `/documents/${other.documentId}/comparison?left=${other.id}&right=${other.id}`;
    expect(await refusalOf(library.office.by.auditor.get(draft))).toBe('documents.version-not-found');
  });

  it('with as many statements for long texts as for short ones', async () => {
    const path = `/documents/${first.documentId}/comparison/text?${pair()}`;
    await library.office.by.secretary.get(path);

    const sent = await statementsOf(() => library.office.by.secretary.get(path));

    // Session, transaction; both versions; pages of both; commit.
    expect(sent).toHaveLength(8);
  });
});

describe('DI-06: what a version changes', () => {
  it('is said before it is submitted: reason, place, legal basis', async () => {
    const office = await stage.library();
    const draft = await office.nextDraft(await office.effective({}, LATE), { affectedSections: null });

    expect(draft.actions['submit']).toMatchObject({
      allowed: false,
      code: 'documents.change-reason-missing',
    });
    expect(await refusalOf(office.submit(draft))).toBe('documents.change-reason-missing');
    await office.office.by.secretary.patch(
      `/versions/${draft.id}`,
      { affectedSections: 'Mục 5' },
      draft.rowVersion,
    );
    expect(await refusalOf(office.submit(draft))).toBe('granted');
  });

  it('has its numbers proposed by rule', async () => {
    const numbers = await library.office.by.secretary.get<unknown>(
      `/documents/${first.documentId}/next-numbers`,
    );

    expect(numbers).toEqual({
      editorial: { issue: 2, revision: 1 },
      minor: { issue: 2, revision: 1 },
      major: { issue: 3, revision: 0 },
    });
  });

  it('stands in the amendment table over all issued versions, in the agency’s own columns', async () => {
    const office = await stage.library();
    const { secretary } = office.office.by;
    const old = await office.effective({}, LATE);
    const next = await office.nextApproved(old);
    await office.register(await office.decision([next]));
    const table = (): Promise<{ columns: { heading: string }[]; rows: { cells: string[] }[] }> =>
      secretary.get(`/documents/${old.documentId}/amendments`);

    expect((await table()).rows.map(({ cells }) => cells)).toEqual([
      ['1', 'Ban hành lần đầu', '', '00'],
      ['2', 'Sửa theo luật mới', 'Luật Hộ tịch năm 2014', '00'],
    ]);
    await secretary.send('PUT', '/issuing-settings', {
      body: {
        legalBases: [],
        formCheck: 'optional',
        amendmentColumns: [
          { field: 'edition', heading: 'Lần' },
          { field: 'place', heading: 'Phần' },
        ],
      },
      headers: { 'if-match': '"0"' },
    });
    expect(await table()).toMatchObject({
      columns: [{ heading: 'Lần' }, { heading: 'Phần' }],
      rows: [{ cells: ['01/00', ''] }, { cells: ['02/00', 'Mục 5'] }],
    });
    const docx = await secretary.send<Buffer>('GET', `/documents/${old.documentId}/amendments.docx`);
    const { value } = await mammoth.extractRawText({ buffer: docx.body });
    expect(value).toContain('Mục 5');
  });

  it('R21: stands on the cover sheet with who wrote, checked and approved', async () => {
    const docx = await library.office.by.reader.send<Buffer>('GET', `/versions/${first.id}/cover-sheet.docx`);
    const { value } = await mammoth.extractRawText({ buffer: docx.body });
    const { author, reviewer, approver } = library.office.by;

    for (const words of [
      ...[author, reviewer, approver].map(({ fullName }) => fullName),
      ...['Soạn thảo', 'Xem xét', 'Phê duyệt', 'Lần ban hành', 'Ngày hiệu lực', 'Nơi nhận'],
    ])
      expect(value).toContain(words);
  });
});

describe('R7: the class of change', () => {
  it('is confirmed by who approves, another one than proposed with a reason', async () => {
    const office = await stage.library();
    const { approver, secretary } = office.office.by;
    const version = await office.review(
      await office.submit(await office.nextDraft(await office.effective({}, LATE))),
    );
    const path = `/versions/${version.id}/change-class`;

    expect(await refusalOf(approver.post(path, { changeClass: 'editorial' }))).toBe(
      'documents.class-reason-missing',
    );
    await approver.post(path, { changeClass: 'editorial', reason: 'Chỉ sửa lỗi chính tả' });
    expect(await secretary.get(`/versions/${version.id}`)).toMatchObject({
      changeClass: 'major',
      confirmedClass: 'editorial',
      classReason: 'Chỉ sửa lỗi chính tả',
    });
    // What was signed stays signed: the reviewer's signature holds, and the version is approved.
    const approved = await office.approve(await office.see(version));
    expect(approved.signatures.map(({ valid }) => valid)).toEqual([true, true]);
    await office.register(await office.decision([approved]));
    expect(await refusalOf(approver.post(path, { changeClass: 'major' }))).toBe(
      'documents.class-not-confirmable',
    );
  });
});

describe('DI-13: the history', () => {
  it('keeps each version with its note, its three dates and how it ended', async () => {
    const office = await stage.library();
    const { secretary } = office.office.by;
    const version = await office.effective({}, LATE);
    await office.register(await office.decision([], { withdrawDocumentIds: [version.documentId] }));

    const lines = await secretary.get<unknown[]>(`/documents/${version.documentId}/versions`);

    expect(lines).toMatchObject([
      {
        issuedOn: daysFromToday(-1),
        effectiveOn: daysFromToday(-1),
        endedOn: daysFromToday(0),
        importedFromPaper: false,
        withdrawal: { reason: 'Thủ tục không còn', successorId: null },
      },
    ]);
  });
});
