import { createHash } from 'node:crypto';

import { type LocalDate } from '@app/kernel';
import JSZip from 'jszip';

import { dayCell, type Sheet } from './sheet';
import { type SheetFile, sheetOf } from './sheet-of';

interface Line {
  code: string;
  title: string;
  pages: number;
  from: LocalDate | null;
}

const LINE: Line = { code: 'QT-01', title: 'Đăng ký <khai> sinh & "tử"', pages: 3, from: null };

const SHEET: Sheet<Line> = {
  name: 'Tài liệu: đang/hiệu lực',
  columns: [
    { title: 'Mã hiệu', value: ({ code }) => code },
    { title: 'Tên', width: 60, value: ({ title }) => title },
    { title: 'Số trang', value: ({ pages }) => pages },
    { title: 'Hiệu lực từ', value: ({ from }) => dayCell(from) },
  ],
  agencyName: 'UBND xã Thử',
  takenBy: 'Nguyễn Thị Thử',
  takenAt: new Date('2026-11-23T02:00:00Z'),
  query: { series: 'Hộ tịch', q: undefined },
};

async function partsOf(file: SheetFile): Promise<Record<string, string>> {
  const pieces: Buffer[] = [];
  for await (const piece of file.open()) pieces.push(piece as Buffer);
  expect(Buffer.concat(pieces)).toHaveLength(file.size);
  const zip = await JSZip.loadAsync(Buffer.concat(pieces), { checkCRC32: true });
  const parts = await Promise.all(
    Object.values(zip.files).map(async (part) => [part.name, await part.async('string')] as const),
  );
  return Object.fromEntries(parts);
}

async function firstSheet(rows: Line[]): Promise<string> {
  return (await partsOf(await sheetOf(SHEET, rows)))['xl/worksheets/sheet1.xml'] ?? '';
}

describe('sheetOf()', () => {
  it('writes text, numbers and days', async () => {
    const xml = await firstSheet([{ ...LINE, from: '2026-07-01' as LocalDate }]);

    expect(xml).toContain('Đăng ký &lt;khai&gt; sinh &amp; &quot;tử&quot;');
    expect(xml).toContain('<c s="0"><v>3</v></c>');
    expect(xml).toContain('<c s="2"><v>46204</v></c>');
  });

  it.each(['=1+1', '+84', '-2', '@SUM(A1)', '\tx', '\r=x'])(
    'RI-19: puts an apostrophe before %j, which a spreadsheet would run',
    async (title) => {
      const xml = await firstSheet([{ ...LINE, title }]);

      expect(xml).toContain(`preserve">'${title.replace('\r', '\r')}`);
      expect(xml).not.toContain('<f>');
    },
  );

  it('RI-19: says from which query it is, and carries the hash of the rows', async () => {
    const file = await sheetOf(SHEET, [LINE]);
    const { 'xl/worksheets/sheet2.xml': source = '', 'xl/workbook.xml': book = '' } = await partsOf(file);
    const hash = createHash('sha256')
      .update(`${JSON.stringify([LINE.code, LINE.title, LINE.pages, null])}\n`)
      .digest('hex');

    expect(file).toMatchObject({ rows: 1, sha256: hash });
    expect(source).toContain(hash);
    expect(source).toContain('Điều kiện lọc: series');
    expect(source).toContain('Nguyễn Thị Thử');
    expect(source).not.toContain('lọc: q');
    expect(book).toContain('name="Tài liệu  đang hiệu lực"');
  });

  it('drops what XML cannot hold', async () => {
    expect(await firstSheet([{ ...LINE, title: 'a\u0000b\u000bc\ud800d' }])).toContain('>abcd<');
  });

  it('takes rows as they come and leaves nothing behind when they break off', async () => {
    const broken = async function* broken(): AsyncGenerator<Line> {
      yield await Promise.resolve(LINE);
      throw new Error('the database ended');
    };

    await expect(sheetOf(SHEET, broken())).rejects.toThrow('the database ended');
  });

  it('writes twenty thousand rows in bounded memory', async () => {
    const many = function* many(): Generator<Line> {
      for (let at = 0; at < 20_000; at += 1) yield { ...LINE, code: `QT-${String(at)}` };
    };

    const file = await sheetOf(SHEET, many());

    expect(file.rows).toBe(20_000);
    await file.discard();
  });
});
