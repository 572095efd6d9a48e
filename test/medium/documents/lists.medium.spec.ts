import JSZip from 'jszip';

import { type Library, type Line, type Officer, type Page, refusalOf, Stage } from '../../support/staging';

let stage: Stage;
let library: Library;

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
});

afterAll(() => stage.close());

async function codes(by: Officer, query: string): Promise<string[]> {
  const { items } = await by.get<Page<Line>>(`/documents?${query}`);
  return items.map(({ code }) => code);
}

/** A workbook as a person's program opens it: the cells of its first sheet, and the second as text. */
async function taken(
  by: Officer,
  path: string,
): Promise<{ rows: string[][]; source: string; hash: string | null }> {
  const answer = await by.send<Buffer>('GET', path);
  expect(answer.status).toBe(200);
  const zip = await JSZip.loadAsync(answer.body, { checkCRC32: true });
  const sheet = (await zip.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
  const rows = [...sheet.matchAll(/<row>(.*?)<\/row>/gs)].map(([, row = '']) =>
    [...row.matchAll(/<c(?:\/>|[^>]*>(.*?)<\/c>)/gs)].map(([, cell = '']) => cell.replace(/<[^>]+>/g, '')),
  );
  const source = (await zip.file('xl/worksheets/sheet2.xml')?.async('string')) ?? '';
  return { rows, source, hash: answer.headers.get('x-content-hash') };
}

describe('lists of documents', () => {
  beforeAll(async () => {
    await library.effective({
      code: 'DS-01',
      series: 'Đất đai',
      title: '=Công thức, hoà giải',
      kind: 'form',
    });
    await library.effective({ code: 'DS-02', series: 'Đất đai', title: 'Chuyển mục đích' });
    await library.draft({ code: 'DS-03', series: 'Đất đai', title: 'Dự thảo hoà giải' });
  });

  it('G16: are narrowed by words without accents, unfinished ones too, and by kind, year and lĩnh vực', async () => {
    const { reader, secretary } = library.office.by;
    const year = new Date().getFullYear();

    expect(await codes(reader, 'scope=effective&q=hoa%20giai')).toEqual(['DS-01']);
    expect(await codes(reader, 'scope=effective&q=H%C3%92A%20gi')).toEqual(['DS-01']);
    expect(await codes(reader, 'scope=effective&q=dat%20dai')).toEqual(['DS-01', 'DS-02']);
    expect(await codes(reader, 'scope=effective&q=dat%20dai&limit=1')).toEqual(['DS-01']);
    expect(await codes(reader, 'scope=effective&kind=form')).toEqual(['DS-01']);
    expect(await codes(reader, `scope=effective&series=dat%20dai&year=${String(year)}`)).toEqual([
      'DS-01',
      'DS-02',
    ]);
    expect(await codes(reader, `scope=effective&year=${String(year - 1)}`)).toEqual([]);
    expect(await codes(secretary, 'scope=in-progress&q=hoa%20giai')).toEqual(['DS-03']);
  });

  it('G16: page through what was typed without a gap', async () => {
    const { reader } = library.office.by;
    const first = await reader.get<Page<Line>>('/documents?scope=effective&q=dat&limit=1');
    const second = await reader.get<Page<Line>>(
      `/documents?scope=effective&q=dat&limit=1&after=${first.next ?? ''}`,
    );

    expect([...first.items, ...second.items].map(({ code }) => code)).toEqual(['DS-01', 'DS-02']);
    expect(second.next).toBeNull();
  });

  it('RI-19: are taken away as .xlsx with the query, the hash and no formula', async () => {
    const { rows, source, hash } = await taken(
      library.office.by.reader,
      '/documents.xlsx?scope=effective&series=dat%20dai',
    );

    expect(rows[0]?.slice(0, 3)).toEqual(['Mã hiệu', 'Tên tài liệu', 'Lĩnh vực']);
    expect(rows.slice(1).map(([code, title]) => [code, title])).toEqual([
      ['DS-01', "'=Công thức, hoà giải"],
      ['DS-02', 'Chuyển mục đích'],
    ]);
    expect(source).toContain('dat dai');
    expect(source).toContain(hash?.replace('sha256:', '') ?? 'no hash');
  });

  it('DI-10: the list of drafts is not taken away by those who may not see it', async () => {
    const { reader, secretary } = library.office.by;

    expect(await refusalOf(reader.get('/documents.xlsx?scope=in-progress'))).toBe('identity.forbidden');
    expect((await taken(secretary, '/documents.xlsx?scope=in-progress')).rows[1]?.[0]).toBe('DS-03');
  });

  it('decisions are taken away too', async () => {
    const { rows } = await taken(library.office.by.clerk, '/decisions.xlsx');

    expect(rows).toHaveLength(3);
    expect(rows[0]?.[0]).toBe('Số, ký hiệu');
  });
});

describe('saved views', () => {
  interface View {
    id: string;
    name: string;
    list: string;
    query: string;
  }
  const view = { list: 'documents', name: 'Biểu mẫu đất đai', query: 'kind=form&series=dat+dai' };

  it('G16: are kept by one person and seen by nobody else', async () => {
    const { reader, secretary } = library.office.by;
    const saved = await reader.post<View>('/saved-views', view);

    expect(saved).toMatchObject(view);
    expect(await reader.get<View[]>('/saved-views')).toEqual([saved]);
    expect(await secretary.get<View[]>('/saved-views')).toEqual([]);
    expect(await refusalOf(reader.post('/saved-views', view))).toBe('documents.view-name-taken');
    expect((await secretary.send('DELETE', `/saved-views/${saved.id}`)).status).toBe(404);
    expect((await reader.send('DELETE', `/saved-views/${saved.id}`)).status).toBe(204);
    expect(await reader.get<View[]>('/saved-views')).toEqual([]);
  });
});
