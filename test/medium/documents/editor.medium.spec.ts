import JSZip from 'jszip';

import { aForm, type Library, refusalOf, Stage, type VersionView } from '../../support/staging';

interface ContentAnswer {
  origin: string;
  rowVersion: number;
  content: Record<string, unknown>;
}

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

const STEPS = [
  {
    no: '1',
    name: 'Tiếp nhận hồ sơ',
    responsible: 'Bộ phận Một cửa',
    duration: { value: 0.5, unit: 'working-day' },
  },
  {
    no: '2',
    name: 'Thẩm tra',
    responsible: 'Công chức Tư pháp',
    duration: { value: 2.5, unit: 'working-day' },
  },
];
const CONTENT = {
  sections: [{ number: '1', heading: 'Mục đích', text: 'Quy định trình tự\nvà trách nhiệm' }],
  cases: [
    {
      name: 'Không xác minh',
      limit: { value: 3, unit: 'working-day' },
      limitFrom: 'kể từ ngày nhận đủ hồ sơ hợp lệ',
      steps: STEPS,
    },
    { name: 'Có xác minh', limit: { value: 8, unit: 'working-day' }, limitFrom: null, steps: STEPS },
  ],
  fee: 'Không thu',
  dossier: ['Tờ khai theo mẫu'],
  forms: [{ code: 'BM-01', name: 'Tờ khai đăng ký' }],
  records: [{ name: 'Sổ đăng ký', place: 'Văn phòng', retention: 'Vĩnh viễn' }],
  amendments: [],
};

async function write(
  { id }: { id: string },
  rowVersion: number,
  body: Record<string, unknown>,
): Promise<ContentAnswer> {
  const answer = await library.office.by.secretary.send<ContentAnswer>('PUT', `/versions/${id}/content`, {
    body,
    headers: { 'if-match': `"${String(rowVersion)}"` },
  });
  if (answer.status >= 400) throw new Error((answer.body as unknown as { code: string }).code);
  return answer.body;
}

async function masterText(sha256: string): Promise<string> {
  const path = await stage.api.files.localCopy({
    area: 'records',
    agencyId: library.office.agency.id,
    sha256,
  });
  const { readFile } = await import('node:fs/promises');
  const zip = await JSZip.loadAsync(await readFile(path));
  const xml = await zip.file('word/document.xml')!.async('string');
  return xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
}

async function masterOf(id: string): Promise<{ sha256: string; rendition: string }> {
  const { rows } = await stage.world.owner.query<{ sha256: string; rendition: string }>(
    'select master_sha256 as sha256, rendition_state as rendition from documents.version where id = $1',
    [id],
  );
  return rows[0]!;
}

describe('R1: a document that is written here', () => {
  it('begins with the usual sections and a paper made of them, which waits for its PDF', async () => {
    const { secretary, author } = library.office.by;
    const form = aForm(author, { title: 'Quy trình tiếp công dân' });
    const version = await secretary.post<VersionView>('/documents/written', form);

    const seen = await secretary.get<ContentAnswer>(`/versions/${version.id}/content`);
    const master = await masterOf(version.id);
    const text = await masterText(master.sha256);

    expect(seen.origin).toBe('written');
    expect(seen.content['sections']).toHaveLength(5);
    expect(master.rendition).toBe('waiting');
    expect(text).toContain('Quy trình tiếp công dân');
    expect(text).toContain(String(form['code']));
    expect(text).toContain('Tài liệu viện dẫn');
  });

  it('prints what its fields say: sections, steps by case, forms, records', async () => {
    const { secretary, author } = library.office.by;
    const version = await secretary.post<VersionView>('/documents/written', aForm(author));
    await write(version, 1, { content: CONTENT });

    const text = await masterText((await masterOf(version.id)).sha256);

    for (const words of [
      '1. Mục đích',
      'Trường hợp: Không xác minh',
      'Thời hạn giải quyết: 03 ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ',
      'Trường hợp: Có xác minh',
      '½ ngày làm việc',
      '2,5 ngày làm việc',
      'Công chức Tư pháp',
      'BM-01',
      'Vĩnh viễn',
      'Thành phần hồ sơ',
      'Không thu',
    ])
      expect(text).toContain(words);
    expect(text).not.toMatch(/[{}]/);
  });

  it('goes on from the content of the version before', async () => {
    const { secretary, author } = library.office.by;
    const first = await library.effective();
    await stage.world.owner.query(
      `insert into documents.version_content (agency_id, version_id, origin, content) values ($1, $2, 'read', $3)`,
      [library.office.agency.id, first.id, JSON.stringify(CONTENT)],
    );
    const next = await secretary.post<VersionView>(`/documents/${first.documentId}/versions/written`, {
      ...aForm(author, { code: first.code, series: first.series, issue: 2 }),
      changeNote: 'Sửa thời hạn',
      changeClass: 'minor',
      legalBasis: 'Nghị định 1/2026/NĐ-CP',
    });

    expect((await secretary.get<ContentAnswer>(`/versions/${next.id}/content`)).content).toEqual(CONTENT);
  });
});

describe('the content of an uploaded document', () => {
  it('is written beside the upload, whose file stays the master', async () => {
    const draft = await library.draft();
    const before = await masterOf(draft.id);
    const written = await write(draft, 0, { content: CONTENT });

    expect(written).toMatchObject({ origin: 'read', rowVersion: 1, content: CONTENT });
    expect(await masterOf(draft.id)).toEqual(before);
  });

  it('becomes the source of the paper when the person says so', async () => {
    const draft = await library.draft();
    const before = await masterOf(draft.id);
    await write(draft, 0, { content: CONTENT, makesPaper: true });
    const after = await masterOf(draft.id);

    expect(after.sha256).not.toBe(before.sha256);
    expect(after.rendition).toBe('waiting');
    expect(await masterText(after.sha256)).toContain('Thẩm tra');
  });

  it('is not overwritten by who has read an older one', async () => {
    const draft = await library.draft();
    await write(draft, 0, { content: CONTENT });

    await expect(write(draft, 0, { content: { ...CONTENT, fee: 'Khác' } })).rejects.toThrow('platform.stale');
  });

  it('is closed once the version is on its way', async () => {
    const version = await library.submit(await library.draft());

    await expect(write(version, 0, { content: CONTENT })).rejects.toThrow(/transition|documents\./);
  });
});

describe('OF-13: the blank slip that follows a dossier', () => {
  it('is made of the steps of one case', async () => {
    const draft = await library.draft();
    await write(draft, 0, { content: CONTENT });
    const { base, cookie } = library.office.by.secretary as unknown as { base: string; cookie: string };
    const response = await fetch(`${base}/versions/${draft.id}/tracking-slip.docx?case=1`, {
      headers: { cookie },
    });
    const zip = await JSZip.loadAsync(Buffer.from(await response.arrayBuffer()));
    const text = (await zip.file('word/document.xml')!.async('string')).replaceAll(/<[^>]+>/g, '');

    expect(response.headers.get('content-disposition')).toContain('.docx');
    expect(text).toContain('PHIẾU THEO DÕI QUÁ TRÌNH XỬ LÝ CÔNG VIỆC');
    expect(text).toContain('Có xác minh');
    expect(text).toContain('Tiếp nhận hồ sơ');
    expect(text).not.toMatch(/[{}]/);
  });

  it('of a case that is not there is refused', async () => {
    const draft = await library.draft();
    await write(draft, 0, { content: CONTENT });

    expect(await refusalOf(library.office.by.reader.get(`/versions/${draft.id}/tracking-slip.docx`))).toBe(
      'documents.version-not-found',
    );
    expect(
      await refusalOf(library.office.by.secretary.get(`/versions/${draft.id}/tracking-slip.docx?case=7`)),
    ).toBe('documents.case-not-found');
  });
});
