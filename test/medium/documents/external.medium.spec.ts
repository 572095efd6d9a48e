import JSZip from 'jszip';
import mammoth from 'mammoth';

import {
  daysFromToday,
  type Library,
  type Officer,
  type Page,
  refusalOf,
  Stage,
  statementsOf,
  today,
} from '../../support/staging';

interface Line {
  key: string;
  id: string | null;
  kind: string;
  numberSymbol: string | null;
  title: string;
  status: string;
  usedBy: number;
  nextCheckOn: string | null;
  checkedOn: string | null;
  outcome: string | null;
  checkerName: string | null;
  rowVersion: number;
}
interface Detail {
  document: Line;
  usedIn: { code: string }[];
  checks: { checkedOn: string; outcome: string; checkerName: string; positionTitle: string }[];
}

let stage: Stage;
let library: Library;

const CITED = {
  numberSymbol: '61/2018/NĐ-CP',
  kind: 'Nghị định',
  issuer: 'Chính phủ',
  issuedOn: '2018-04-23',
};
const ALONE = { ...CITED, numberSymbol: '99/2099/NĐ-CP', issuedOn: null };

beforeAll(async () => {
  stage = await Stage.open();
  library = await stage.library();
  const named = { name: 'Luật Hộ tịch', year: 2014 };
  await library.effective({ code: 'NG-01', series: 'Hộ tịch', citations: [CITED], namedTexts: [named] });
  await library.effective({ code: 'NG-02', series: 'Hộ tịch', citations: [CITED, ALONE] });
  await library.draft({
    code: 'NG-03',
    series: 'Hộ tịch',
    citations: [{ ...CITED, numberSymbol: '11/2011/NĐ-CP' }],
  });
});

afterAll(() => stage.close());

async function listed(by: Officer, query = ''): Promise<Line[]> {
  return (await by.get<Page<Line>>(`/external-documents?limit=100${query}`)).items;
}

async function lineOf(by: Officer, numberSymbol: string): Promise<Line> {
  const line = (await listed(by)).find((each) => each.numberSymbol === numberSymbol);
  if (line === undefined) throw new Error(`${numberSymbol} is not listed`);
  return line;
}

describe('DI-14 documents of external origin', () => {
  it('DI-14: lists what the documents in force cite, by number and by name, and nothing that a draft cites', async () => {
    const lines = await listed(library.office.by.reader);

    expect(lines.find(({ numberSymbol }) => numberSymbol === '61/2018/NĐ-CP')).toMatchObject({
      usedBy: 2,
      kind: 'law',
      id: null,
      checkedOn: null,
    });
    expect(lines.filter(({ title }) => title.includes('Hộ tịch'))).toHaveLength(1);
    expect(lines.map(({ numberSymbol }) => numberSymbol)).not.toContain('11/2011/NĐ-CP');
  });

  it('DI-14: says which procedures cite it', async () => {
    const { reader } = library.office.by;
    const { key } = await lineOf(reader, '61/2018/NĐ-CP');
    const { usedIn } = await reader.get<Detail>(`/external-documents/detail?key=${encodeURIComponent(key)}`);

    expect(usedIn.map(({ code }) => code)).toEqual(['NG-01', 'NG-02']);
  });

  it('DI-14: keeps "đã kiểm tra, còn hiệu lực ngày …" with who, and sets the next check', async () => {
    const { secretary, reader } = library.office.by;
    const { key } = await lineOf(reader, '99/2099/NĐ-CP');
    expect((await listed(secretary, '&scope=due')).map((line) => line.key)).toContain(key);
    const { document, checks } = await secretary.post<Detail>('/external-documents/checks', {
      key,
      checkedOn: today(),
      outcome: 'still-valid',
      note: 'Tra trên cơ sở dữ liệu quốc gia',
    });

    expect(document).toMatchObject({ usedBy: 1, status: 'in-force', checkedOn: today() });
    expect(document.nextCheckOn?.slice(0, 4)).toBe(String(Number(today().slice(0, 4)) + 1));
    expect(checks).toEqual([
      expect.objectContaining({ outcome: 'still-valid', checkerName: secretary.fullName }) as unknown,
    ]);
    expect((await listed(secretary, '&scope=due')).map((line) => line.key)).not.toContain(key);
    const late = { key, checkedOn: today(), outcome: 'changed', nextCheckOn: daysFromToday(10) };
    await secretary.post('/external-documents/checks', late);
    expect((await listed(secretary, '&scope=due')).map((line) => line.key)).toContain(key);
  });

  it('DI-14: takes standards and templates of ministries beside laws, each once', async () => {
    const { secretary } = library.office.by;
    const standard = {
      kind: 'standard',
      numberSymbol: 'TCVN ISO 9001:2015',
      title: 'Hệ thống quản lý chất lượng – Các yêu cầu',
      source: 'Bộ Khoa học và Công nghệ',
      issuedOn: '2015-12-31',
    };
    const { document } = await secretary.post<Detail>('/external-documents', standard);
    await secretary.post('/external-documents', {
      kind: 'ministry-template',
      title: 'Tờ khai đăng ký khai sinh',
      source: 'Bộ Tư pháp',
    });

    expect(document).toMatchObject({ kind: 'standard', status: 'unknown', usedBy: 0 });
    expect(await refusalOf(secretary.post('/external-documents', standard))).toBe(
      'documents.external-document-exists',
    );
    const kinds = (await listed(secretary)).map(({ kind }) => kind);
    expect(kinds.indexOf('standard')).toBeGreaterThan(kinds.lastIndexOf('law'));
    expect(kinds.at(-1)).toBe('ministry-template');
    const changed = await secretary.send('PATCH', `/external-documents/${document.id ?? ''}`, {
      body: { kind: 'standard', title: standard.title, retired: true },
      headers: { 'if-match': `"${String(document.rowVersion)}"` },
    });
    expect(changed.status).toBe(200);
    expect((await lineOf(secretary, 'TCVN ISO 9001:2015')).status).toBe('retired');
  });

  it('DI-14: refuses a check of tomorrow, and one of what is on no list', async () => {
    const { secretary } = library.office.by;
    const { key } = await lineOf(secretary, '61/2018/NĐ-CP');
    const check = { key, checkedOn: daysFromToday(1), outcome: 'still-valid' };

    expect(await refusalOf(secretary.post('/external-documents/checks', check))).toBe(
      'documents.external-check-days',
    );
    expect(
      await refusalOf(secretary.post('/external-documents/checks', { ...check, key: 'n:1/1999/QD-X' })),
    ).toBe('documents.external-document-not-found');
  });

  it('DI-14, FM: danh mục tài liệu bên ngoài is as complete on paper and as .xlsx as on screen', async () => {
    const { reader } = library.office.by;
    const word = await reader.send<Buffer>('GET', '/office-forms/external-documents.docx');
    const { value } = await mammoth.extractRawText({ buffer: Buffer.from(word.body) });
    const sheet = await reader.send<Buffer>('GET', '/external-documents.xlsx?kind=law');
    const rows =
      (await (await JSZip.loadAsync(sheet.body)).file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';

    for (const { title } of await listed(reader)) expect(value).toContain(title);
    expect(rows).toContain('61/2018/NĐ-CP');
    expect(rows).not.toContain('TCVN ISO 9001:2015');
  });

  it('DI-14: pages without a gap, in one statement a page', async () => {
    const { reader } = library.office.by;
    const all = (await listed(reader)).map(({ key }) => key);
    const paged: string[] = [];
    let after = '';
    do {
      const page = await reader.get<Page<Line>>(`/external-documents?limit=2${after}`);
      paged.push(...page.items.map(({ key }) => key));
      after = page.next === null ? '' : `&after=${page.next}`;
    } while (after !== '');

    expect(paged).toEqual(all);
    const sent = await statementsOf(() => reader.get('/external-documents'));
    expect(sent.filter((text) => text.startsWith('with use'))).toHaveLength(1);
  });

  it('DI-14: another agency sees nothing of it', async () => {
    const other = await stage.library();

    expect(await listed(other.office.by.secretary)).toEqual([]);
  });
});
