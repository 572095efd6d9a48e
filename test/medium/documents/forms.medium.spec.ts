import JSZip from 'jszip';
import mammoth from 'mammoth';

import { BLANK_FORMS } from '../../../libs/platform/src/forms';
import { type Library, type Officer, Stage, type VersionView } from '../../support/staging';

let stage: Stage;
let library: Library;
let effective: VersionView;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  effective = await library.effective({
    code: 'QT-77',
    series: 'Hộ tịch',
    title: 'Đăng ký <khai> sinh & tử',
  });
  await library.draft({ code: 'QT-78', series: 'Hộ tịch', title: 'Chưa ban hành' });
});

afterAll(() => stage.close());

async function wordOf(by: Officer, path: string): Promise<string> {
  const { status, body } = await by.send<Buffer>('GET', path);
  expect([path, status]).toEqual([path, 200]);
  return (await mammoth.extractRawText({ buffer: Buffer.from(body) })).value;
}

async function sheetOf(by: Officer, path: string): Promise<{ rows: string; source: string }> {
  const { status, body } = await by.send<Buffer>('GET', path);
  expect([path, status]).toEqual([path, 200]);
  const zip = await JSZip.loadAsync(body);
  const part = async (no: number): Promise<string> =>
    (await zip.file(`xl/worksheets/sheet${String(no)}.xml`)?.async('string')) ?? '';
  return { rows: await part(1), source: await part(2) };
}

describe('FM forms that people hand in', () => {
  it('FM: danh mục tài liệu nội bộ lists what is in force, as the filters narrow it', async () => {
    const { reader } = library.office.by;
    const whole = await wordOf(reader, '/office-forms/internal-documents.docx');

    expect(whole).toContain('DANH MỤC TÀI LIỆU NỘI BỘ');
    expect(whole).toContain('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM');
    expect(whole).toContain('Đăng ký <khai> sinh & tử');
    expect(whole).not.toContain('Chưa ban hành');
    const narrowed = await wordOf(reader, '/office-forms/internal-documents.docx?series=dat%20dai');
    expect(narrowed).not.toContain('QT-77');
    expect(narrowed).toContain('Trích theo điều kiện lọc');
  });

  it('FM: phiếu yêu cầu is filled from the request, with the answer', async () => {
    const { reader, secretary, author } = library.office.by;
    const { id } = await reader.post<{ id: string }>('/change-requests', {
      kind: 'amend',
      documentId: effective.documentId,
      place: 'Trang 3',
      reason: 'Luật đã đổi',
      proposal: 'Bỏ bước 2\nGộp bước 3',
    });
    await secretary.post(`/change-requests/${id}/refusal`, { reason: 'Đã có bản mới' });
    const slip = await wordOf(reader, `/change-requests/${id}/form.docx`);

    for (const said of ['PHIẾU YÊU CẦU', 'QT-77', 'Trang 3', 'Luật đã đổi', 'Gộp bước 3', 'Đã có bản mới'])
      expect(slip).toContain(said);
    expect(slip).toContain('Không đồng ý, ngày');
    expect((await author.send('GET', `/change-requests/${id}/form.docx`)).status).toBe(200);
  });

  it.each(BLANK_FORMS)('FM: %s comes blank, with the head of the agency', async (form) => {
    const blank = await wordOf(library.office.by.reader, `/office-forms/blank.docx?form=${form}`);

    expect(blank.toLocaleLowerCase('vi')).toContain(library.office.agency.name.toLocaleLowerCase('vi'));
    expect(blank).not.toMatch(/[{}\uE000]/u);
    expect(blank).not.toContain('QT-77');
  });

  it.each(['quyet-dinh-ban-hanh', 'to-trinh-ban-hanh'])(
    'FM: blank %s leaves lines for its bases',
    async (form) => {
      const blank = await wordOf(library.office.by.reader, `/office-forms/blank.docx?form=${form}`);

      expect(blank).toMatch(/Căn cứ \.{20}/u);
    },
  );

  it('FM: danh mục hồ sơ says for how long and where', async () => {
    const { secretary } = library.office.by;
    await secretary.post('/record-types', { name: 'Sổ đăng ký', place: 'Kho 1', retentionMonths: 60 });
    await secretary.post('/record-types', { name: '=Hồ sơ gốc', legalBasis: 'Luật Hộ tịch' });
    const list = await wordOf(secretary, '/office-forms/record-types.docx');

    for (const said of ['DANH MỤC HỒ SƠ', 'Sổ đăng ký', 'Kho 1', '05 năm', 'Vĩnh viễn', 'Luật Hộ tịch'])
      expect(list).toContain(said);
  });

  it('FM: asks the worker for the PDF of a form', async () => {
    const { reader } = library.office.by;
    const print = await reader.post<{ id: string; state: string; fileName: string }>(
      '/office-forms/blank-prints',
      { form: 'phieu-yeu-cau' },
    );

    expect(print).toMatchObject({ state: 'waiting', fileName: 'Phiếu yêu cầu (trống).pdf' });
    expect(await reader.get(`/prints/${print.id}`)).toMatchObject({ id: print.id });
  });
});

describe('RI-19 lists of the upkeep as .xlsx', () => {
  it.each([
    '/record-types.xlsx',
    '/records.xlsx',
    '/disposals.xlsx',
    '/disposals/candidates.xlsx',
    '/periodic-reviews.xlsx',
    '/offers.xlsx?scope=waiting',
    '/offerings.xlsx',
  ])('RI-19: %s says from which query it is', async (path) => {
    const { source } = await sheetOf(library.office.by.secretary, path);

    expect(source).toContain('SHA-256');
  });

  it('RI-19: records and requests are narrowed by the filter, and no cell is a formula', async () => {
    const { secretary, reader } = library.office.by;
    const types = await sheetOf(secretary, '/record-types.xlsx');
    const open = await sheetOf(secretary, '/change-requests.xlsx?state=open');
    const all = await sheetOf(reader, '/change-requests.xlsx?state=all');

    expect(types.rows).toContain("'=Hồ sơ gốc");
    expect(open.rows).not.toContain('Luật đã đổi');
    expect(all.rows).toContain('Luật đã đổi');
    expect(all.source).toContain('Điều kiện lọc: state');
  });

  it('RI-19: a search is taken away with its words, of what the taker may see', async () => {
    const { reader, author } = library.office.by;
    const asked = '/search.xlsx?q=QT&standing=all';
    const [read, drafted] = [await sheetOf(reader, asked), await sheetOf(author, asked)];

    expect(read.source).toContain('QT');
    expect(read.rows).toContain('QT-77');
    expect(read.rows).not.toContain('QT-78');
    expect(drafted.rows).toContain('QT-78');
  });

  it('RI-19, DI-09: change sets, imports and readers of a version are taken away', async () => {
    const { author, secretary } = library.office.by;
    await secretary.post('/imports', { name: 'Đợt ngày đầu' });
    await author.post('/change-sets', {
      title: '=Sửa theo luật mới',
      reason: 'Luật đã đổi',
      documentIds: [effective.documentId],
    });

    expect((await sheetOf(secretary, '/imports.xlsx')).rows).toContain('Đợt ngày đầu');
    expect((await sheetOf(author, '/change-sets.xlsx')).rows).toContain("'=Sửa theo luật mới");
    expect((await sheetOf(secretary, `/versions/${effective.id}/readers.xlsx`)).rows).toContain('Hạn đọc');
  });
});
