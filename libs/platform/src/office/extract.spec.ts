import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type ExtractedDocument } from '@app/kernel';
import { StandardFonts } from 'pdf-lib';

import { docx, pdf, relationships, wordParagraph, wordPart } from '../../../../test/support/bad-files';
import { extractDocument, type ReadableType } from './extract';
import { OfficeConverter } from './office-converter';
import { ConversionFailed, FileRefused, OfficeUnavailable } from './office-errors';

const folder = mkdtempSync(join(tmpdir(), 'iso-extract-spec-'));
const without = new OfficeConverter({ command: null });

afterAll(() => rmSync(folder, { recursive: true }));

function extracted(bytes: Buffer | string, type: ReadableType): Promise<ExtractedDocument> {
  const path = join(folder, `file-${String(readdirSync(folder).length)}`);
  writeFileSync(path, bytes);
  return extractDocument(path, type, without);
}

async function paragraphs(body: string, more: Record<string, string> = {}): Promise<string[]> {
  const { blocks } = await extracted(docx({ 'word/document.xml': wordPart(body), ...more }), 'docx');
  return blocks.map((block) => (block.kind === 'paragraph' ? block.text : JSON.stringify(block.rows)));
}

const run = (text: string, properties = ''): string =>
  `<w:r>${properties === '' ? '' : `<w:rPr>${properties}</w:rPr>`}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe('Word', () => {
  it('joins split runs, soft breaks, tabs, hyphens that do not break', async () => {
    const body = `<w:p>${run('Quyết định s')}${run('ố 19/2014')}<w:r><w:t>/QĐ</w:t><w:noBreakHyphen/><w:t>TTg</w:t><w:tab/><w:t>a</w:t><w:br/><w:t>b</w:t></w:r></w:p>`;

    expect(await paragraphs(body)).toEqual(['Quyết định số 19/2014/QĐ-TTg\ta\nb']);
  });

  it('leaves out what is deleted, moved away, hidden, or a field code; keeps what is inserted', async () => {
    const body = `<w:p>${run('a')}<w:del><w:r><w:delText>x</w:delText></w:r></w:del><w:ins>${run('b')}</w:ins><w:moveFrom>${run('y')}</w:moveFrom>${run('z', '<w:vanish/>')}<w:r><w:instrText>PAGE</w:instrText></w:r>${run('c', '<w:vanish w:val="0"/>')}</w:p>`;

    expect(await paragraphs(body)).toEqual(['abc']);
  });

  it('joins paragraphs whose mark is deleted and drops deleted rows', async () => {
    const row = (text: string, isDeleted = false): string =>
      `<w:tr>${isDeleted ? '<w:trPr><w:del/></w:trPr>' : ''}<w:tc>${wordParagraph(text)}</w:tc></w:tr>`;
    const body = `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('một ')}</w:p>${wordParagraph('hai')}<w:tbl>${row('x', true)}${row('còn')}</w:tbl>`;

    expect(await paragraphs(body)).toEqual(['một hai', '[[{"text":"còn","span":1}]]']);
  });

  it('reads a text box once', async () => {
    const box = `<w:txbxContent>${wordParagraph('Mã hiệu: QT 01')}</w:txbxContent>`;
    const body = `<w:p><w:r><mc:AlternateContent><mc:Choice>${box}</mc:Choice><mc:Fallback>${box}</mc:Fallback></mc:AlternateContent></w:r>${run('sau')}</w:p>`;

    expect(await paragraphs(body)).toEqual(['Mã hiệu: QT 01', 'sau']);
  });

  it('keeps spans, empties merged cells, and puts a table in a cell on lines', async () => {
    const cell = (content: string, properties = ''): string =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${content}</w:tc>`;
    const inner = `<w:tbl><w:tr>${cell(wordParagraph('i'))}${cell(wordParagraph('j'))}</w:tr></w:tbl>`;
    const body = `<w:tbl><w:tr>${cell(wordParagraph('a') + wordParagraph('b'), '<w:gridSpan w:val="2"/>')}</w:tr><w:tr>${cell(wordParagraph('x'), '<w:vMerge/>')}${cell(inner)}</w:tr></w:tbl>`;

    expect(await paragraphs(body)).toEqual([
      '[[{"text":"a\\nb","span":2}],[{"text":"","span":1,"merged":"continues"},{"text":"i\\tj","span":1,"tables":[{"kind":"table","rows":[[{"text":"i","span":1},{"text":"j","span":1}]],"page":null}]}]]',
    ]);
  });

  it('reads footnotes', async () => {
    const notes = {
      'word/footnotes.xml': wordPart(`<w:footnote>${wordParagraph('Luật X 2020')}</w:footnote>`, 'footnotes'),
    };

    expect(await paragraphs(wordParagraph('a'), notes)).toEqual(['a', 'Luật X 2020']);
  });

  it('takes the headers and footers that are shown, section by section, and no stale ones', async () => {
    const section = (refs: string, more = ''): string => `<w:sectPr>${refs}${more}</w:sectPr>`;
    const footer = (type: string, id: number): string =>
      `<w:footerReference w:type="${type}" r:id="rId${String(id)}"/>`;
    const body =
      `<w:p><w:pPr>${section(footer('default', 1) + footer('first', 2))}</w:pPr></w:p>` +
      `<w:p><w:pPr>${section(footer('even', 3))}</w:pPr></w:p>` +
      section(footer('default', 4) + footer('first', 2), '<w:titlePg/>');
    const parts = Object.fromEntries(
      [1, 2, 3, 4].map((id) => [
        `word/footer${String(id)}.xml`,
        wordPart(wordParagraph(`chân ${String(id)}`), 'ftr'),
      ]),
    );
    const rels = relationships(...[1, 2, 3, 4].map((id) => ['footer', `footer${String(id)}.xml`] as const));
    const file = docx({
      'word/document.xml': wordPart(body),
      'word/_rels/document.xml.rels': rels,
      ...parts,
    });

    const { footers } = await extracted(file, 'docx');

    expect(footers).toEqual([
      { section: 1, text: 'chân 1' },
      { section: 3, text: 'chân 2' },
      { section: 3, text: 'chân 4' },
    ]);
  });

  it('says that LibreOffice is absent in place of failing on a .doc', async () => {
    await expect(extracted('x', 'doc')).rejects.toBeInstanceOf(OfficeUnavailable);
  });

  it.each<[ReadableType, string]>([
    ['docx', 'PK\x03\x04'],
    ['pdf', '%PDF-1.7 rubbish'],
  ])('refuses a broken %s by code', async (type, bytes) => {
    await expect(extracted(bytes, type)).rejects.toBeInstanceOf(FileRefused);
  });
});

describe('PDF', () => {
  it('reads cells by the rules around them, paragraphs by full lines, footers by what pages repeat', async () => {
    const bytes = await pdf((document) => {
      const font = document.embedStandardFont(StandardFonts.Helvetica);
      const page = document.getPages()[0]!;
      for (const y of [760, 700]) page.drawLine({ start: { x: 50, y }, end: { x: 550, y } });
      for (const x of [50, 200, 550]) page.drawLine({ start: { x, y: 700 }, end: { x, y: 760 } });
      const write = (text: string, x: number, y: number): void =>
        page.drawText(text, { x, y, size: 10, font });
      write('SO TU PHAP', 60, 740);
      write('QUY TRINH', 210, 740);
      write('Dang ky', 210, 725);
      write(
        'Can cu Nghi dinh so 123/2015/ND-CP ngay 15/11/2015 cua Chinh phu va Thong tu so 04/2020/TT-BTP cua',
        50,
        650,
      );
      write('Bo Tu phap.', 50, 636);
      write('Trang: 1/2', 60, 30);
    });

    const { blocks, footers, pages } = await extracted(bytes, 'pdf');

    expect(blocks).toEqual([
      { kind: 'paragraph', page: 1, text: 'Quy trinh' },
      {
        kind: 'table',
        page: 1,
        rows: [
          [
            { text: 'SO TU PHAP', span: 1 },
            { text: 'QUY TRINH\nDang ky', span: 1 },
          ],
        ],
      },
      {
        kind: 'paragraph',
        page: 1,
        text: 'Can cu Nghi dinh so 123/2015/ND-CP ngay 15/11/2015 cua Chinh phu va Thong tu so 04/2020/TT-BTP cua\nBo Tu phap.',
      },
    ]);
    expect(footers).toEqual([{ section: 1, text: 'Trang: 1/2' }]);
    expect(pages).toBe(1);
  });
});

describe('text', () => {
  it('reads UTF-8, UTF-16 and Windows-1258', async () => {
    const text = 'Quyết định';
    const wide = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(text, 'utf16le')]);
    const old = Buffer.from([0x51, 0x75, 0x79, 0xea, 0xec, 0x74]);

    for (const [bytes, expected] of [
      [Buffer.from(text), text],
      [wide, text],
      [old, 'Quyết'],
    ] as const) {
      const { blocks } = await extracted(bytes, 'text');
      expect(blocks).toEqual([{ kind: 'paragraph', text: expected, page: null }]);
    }
  });

  it('joins lines that were wrapped at a width, not lists, and reads tables drawn with bars', async () => {
    const full = 'Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 của Chính phủ và Thông tư của Bộ';
    const text = [full, 'Tư pháp', '- ' + full, '- khác', full, full, '| a | b |', '| c |  |'].join('\n');

    const { blocks } = await extracted(text, 'text');

    expect(blocks.map((block) => (block.kind === 'paragraph' ? block.text : block.rows.length))).toEqual([
      `${full}\nTư pháp`,
      `- ${full}`,
      '- khác',
      `${full}\n${full}`,
      2,
    ]);
  });
});

const hasOffice = new OfficeConverter().isAvailable;
(hasOffice ? describe : describe.skip)('OfficeConverter (needs LibreOffice)', () => {
  const converter = new OfficeConverter({ workFolder: folder });
  afterAll(() => converter.close());

  const source = (name: string, text = 'Quy trình'): string => {
    const path = join(folder, name);
    writeFileSync(path, docx({ 'word/document.xml': wordPart(wordParagraph(text)) }));
    return path;
  };

  it('makes a PDF with the text', async () => {
    const output = join(folder, 'out.pdf');

    await converter.convert(source('-a b ệ.docx', 'Quyết định số 19/2014/QĐ-TTg'), 'pdf', output);

    const { blocks } = await extractDocument(output, 'pdf', converter);
    expect(blocks).toEqual([{ kind: 'paragraph', page: 1, text: 'Quyết định số 19/2014/QĐ-TTg' }]);
  }, 90_000);

  it('converts two requests one after the other, a bad file harming no other', async () => {
    const bad = join(folder, 'bad.docx');
    writeFileSync(bad, 'PK\x03\x04 not a package');
    const jobs = [source('one.docx'), bad, source('two.docx')].map((input) => ({
      input,
      output: `${input}.pdf`,
    }));

    const failures = await converter.tryMany(jobs, 'pdf');

    expect([...failures.keys()]).toEqual([bad]);
    expect(jobs.map(({ output }) => existsSync(output))).toEqual([true, false, true]);
  }, 90_000);

  it('is stopped at its time limit and leaves nothing behind', async () => {
    const hasty = new OfficeConverter({ workFolder: folder, timeLimitMs: 50 });

    const attempt = hasty.convert(source('slow.docx'), 'pdf', join(folder, 'slow.pdf'));

    await expect(attempt).rejects.toMatchObject({
      code: 'office.conversion-limit',
      detail: { reason: 'time' },
    });
    await expect(attempt).rejects.toBeInstanceOf(ConversionFailed);
    await hasty.close();
    expect(existsSync(join(folder, 'slow.pdf'))).toBe(false);
  }, 30_000);

  it('is stopped at its memory limit', async () => {
    const small = new OfficeConverter({ workFolder: folder, memoryBytes: 20 * 1024 * 1024 });

    await expect(small.convert(source('big.docx'), 'pdf', join(folder, 'big.pdf'))).rejects.toBeInstanceOf(
      ConversionFailed,
    );
    await small.close();
  }, 30_000);
});
