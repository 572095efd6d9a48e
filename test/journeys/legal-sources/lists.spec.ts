import JSZip from 'jszip';

import { type Office, type Page, refusalOf, Stage } from '../../support/staging';

interface Line {
  line: number;
  numberSymbol: string;
  state: string;
  faults: { column: string; code: string }[];
  textId: string | null;
  changeId: string | null;
}

let stage: Stage;
let office: Office;
let serial = Date.now() % 100_000;

beforeAll(async () => {
  stage = await Stage.open();
  office = await stage.office();
}, 60_000);

afterAll(() => stage.close());

const HEADING = ['Loại văn bản', 'Số, ký hiệu', 'Cơ quan ban hành', 'Ngày ban hành', 'Trích yếu', 'Thay thế'];
const aNumber = (year: number): string => `${String((serial += 1))}/${String(year)}/TT-BTP`;
const aLine = (number: string, day: string, replaces = ''): string[] => [
  'Thông tư',
  number,
  'Bộ Tư pháp',
  day,
  'Quy định thử',
  replaces,
];

async function send(path: string, name: string, content: string | Buffer): Promise<Line[]> {
  const form = new FormData();
  form.set('file', new Blob([content]), name);
  const { lines } = await office.by.secretary.post<{ lines: Line[] }>(path, form);
  return lines;
}

const csv = (lines: readonly string[][], sign = ';'): string =>
  lines.map((line) => line.map((cell) => `"${cell}"`).join(sign)).join('\r\n');

/** A workbook as Excel writes one; `=` begins a formula with a value that somebody worked out. */
async function workbook(lines: readonly (string | number)[][]): Promise<Buffer> {
  const cell = (value: string | number): string => {
    if (typeof value === 'number') return `<c s="1"><v>${String(value)}</v></c>`;
    if (value.startsWith('=')) return `<c t="str"><f>${value.slice(1)}</f><v>Bộ Tư pháp</v></c>`;
    return `<c t="inlineStr"><is><t>${value}</t></is></c>`;
  };
  const rows = lines.map((line) => `<row>${line.map(cell).join('')}</row>`).join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const zip = new JSZip();
  zip.file(
    'xl/worksheets/sheet1.xml',
    `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`,
  );
  zip.file(
    'xl/styles.xml',
    `<styleSheet xmlns="${main}"><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>`,
  );
  return zip.generateAsync({ type: 'nodebuffer' });
}

const statesOf = (lines: readonly Line[]): string[] => lines.map(({ state }) => state);

describe('A list of texts', () => {
  it('is looked at first, its right lines are recorded, and again nothing is', async () => {
    const [old, next] = [aNumber(2020), aNumber(2026)];
    const file = csv([
      HEADING,
      aLine(next, '05/10/2026', `Thông tư số ${old}`),
      aLine(old, '28/05/2020'),
      aLine('không số', '31/02/2020'),
      aLine(aNumber(2021), '01/01/2021', '=HYPERLINK(1)'),
    ]);

    const preview = await send('/legal-imports/preview', 'danh-muc.csv', file);
    const before = await office.by.secretary.get<Page<unknown>>(`/legal-texts?q=${encodeURIComponent(next)}`);
    const recorded = await send('/legal-imports', 'danh-muc.csv', file);
    const again = await send('/legal-imports', 'danh-muc.csv', file);

    expect(statesOf(preview)).toEqual(['ready', 'ready', 'faulty', 'faulty']);
    expect(
      preview.flatMap(({ line, faults }) => faults.map((fault) => [line, fault.column, fault.code])),
    ).toEqual([
      [4, 'Ngày ban hành', 'legal-register.import-not-a-day'],
      [5, 'Thay thế', 'legal-register.import-formula'],
    ]);
    expect(before.items).toEqual([]);
    expect(statesOf(recorded)).toEqual(['recorded', 'recorded', 'faulty', 'faulty']);
    const change = await office.by.secretary.get<{ targets: string[] }>(
      `/legal-changes/${recorded[0]!.changeId!}`,
    );
    expect(change.targets).toEqual([old]);
    expect(statesOf(again)).toEqual(['known', 'known', 'faulty', 'faulty']);
    expect(again.map(({ textId }) => textId)).toEqual(recorded.map(({ textId }) => textId));
  });

  it.each([',', ';', '\t'])('is read from the .csv of an Excel that divides by "%s"', async (sign) => {
    const file = csv([HEADING, aLine(aNumber(2026), '2026-10-05')], sign);

    const utf8 = await send('/legal-imports/preview', 'a.csv', `\uFEFF${file}`);
    const utf16 = await send('/legal-imports/preview', 'a.csv', Buffer.from(`\uFEFF${file}`, 'utf16le'));

    expect([...statesOf(utf8), ...statesOf(utf16)]).toEqual(['ready', 'ready']);
  });

  it('is read from a workbook, days as days, and no formula is worked out', async () => {
    const number = aNumber(2026);
    const file = await workbook([
      HEADING,
      ['Thông tư', number, 'Bộ Tư pháp', 46300, 'Quy định'],
      ['Thông tư', aNumber(2026), '=A1', 46300, 'Quy định'],
    ]);

    const lines = await send('/legal-imports', 'a.xlsx', file);

    expect(statesOf(lines)).toEqual(['recorded', 'faulty']);
    expect(lines[1]!.faults).toMatchObject([
      { column: 'Cơ quan ban hành', code: 'legal-register.import-formula' },
    ]);
    const text = await office.by.secretary.get<{ issuedOn: string }>(`/legal-texts/${lines[0]!.textId!}`);
    expect(text.issuedOn).toBe('2026-10-05');
  });

  it('is read from JSON, relations as lists', async () => {
    const row = {
      kind: 'Thông tư',
      numberSymbol: aNumber(2026),
      issuer: 'Bộ Tư pháp',
      issuedOn: '2026-10-05',
      title: 'Thử',
      replaces: [aNumber(2019)],
    };

    const lines = await send('/legal-imports', 'a.json', JSON.stringify([row]));

    expect(statesOf(lines)).toEqual(['recorded']);
    const text = await office.by.secretary.get<{ awaited: unknown[] }>(`/legal-texts/${lines[0]!.textId!}`);
    expect(text.awaited).toHaveLength(1);
  });

  it('is refused whole when nothing of it can be read', async () => {
    const tooMany = csv([
      HEADING,
      ...Array.from({ length: 501 }, () => aLine('1/2026/TT-BTP', '05/10/2026')),
    ]);
    const refusals = [
      ['a.csv', 'a;b\n1;2', 'no-heading'],
      ['a.csv', tooMany, 'too-many-lines'],
      ['a.json', '{"a":1}', 'not-json'],
      ['a.xls', 'x', 'type'],
    ] as const;

    for (const [name, content, code] of refusals)
      expect(await refusalOf(send('/legal-imports', name, content))).toBe(`legal-register.import-${code}`);
    expect(await refusalOf(send('/legal-imports', 'a.xlsx', 'không phải xlsx'))).toBe(
      'platform.sheet-unreadable',
    );
    const template = await office.by.secretary.send('GET', '/legal-imports/template.csv');
    expect(statesOf(await send('/legal-imports/preview', 'mau.csv', template.text))).toEqual(['ready']);
  });
});
