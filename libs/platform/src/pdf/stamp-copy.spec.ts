import { createHash } from 'node:crypto';
import { localDate } from '@app/kernel';
import fontkit from '@pdf-lib/fontkit';
import { decodePDFRawStream, degrees, PDFDict, PDFDocument, PDFName, PDFRawStream, PDFString } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { type CopyStamp } from './copy-stamp';
import { pdfInfo } from './pdf-info';
import { stampCopy } from './stamp-copy';

const STAMP: CopyStamp = {
  code: 'QT 01/CX-HCTP',
  title: 'Quy trình cấp bản sao Trích lục hộ tịch',
  issue: 2,
  revision: 1,
  state: 'Đang hiệu lực',
  inForce: true,
  decision: { number: '15/QĐ-STP', date: localDate(2025, 7, 3) },
  takenBy: 'Nguyễn Thị Diễm Hằng',
  takenAt: new Date('2026-11-22T17:05:00Z'),
  copyNumber: null,
  signatures: [],
  url: 'https://iso.example.gov.vn/kiem-tra/0190a000',
};

const SIGNATURE = {
  meaning: 'Phê duyệt',
  name: 'Trần Thị Thử',
  position: 'KT. CHỦ TỊCH Phó Chủ tịch',
  at: new Date('2026-11-22T17:05:00Z'),
  way: 'Ký trong phần mềm',
  note: null,
  invalid: null,
};

async function aPdf(
  pages = 2,
  change: (document: PDFDocument) => void = () => undefined,
): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  for (let index = 0; index < pages; index += 1)
    document.addPage([595.28, 841.89]).drawText(`page ${index + 1} text`, { x: 2, y: 2 });
  change(document);
  return document.save();
}

const signatureField = (document: PDFDocument): void => {
  const field = document.context.register(document.context.obj({ FT: 'Sig', T: PDFString.of('Signature1') }));
  document.catalog.set(PDFName.of('AcroForm'), document.context.obj({ Fields: [field], SigFlags: 3 }));
};

interface Word {
  text: string;
  x: number;
  y: number;
}

async function words(pdf: Uint8Array, page: number): Promise<Word[]> {
  const loading = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const { items } = await (await (await loading.promise).getPage(page)).getTextContent();
  await loading.destroy();
  return items.flatMap((item) =>
    'str' in item ? [{ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]) }] : [],
  );
}

const textOf = (found: Word[]): string =>
  found
    .map(({ text }) => text)
    .join('')
    .normalize('NFC');

async function stamped(pdf: Uint8Array, stamp: CopyStamp = STAMP): Promise<Uint8Array> {
  const issued = await stampCopy(pdf, stamp);
  expect(issued.kind).toBe('stamped');
  return issued.pdf;
}

describe('stampCopy()', () => {
  it('names code, issue, state, decision, person and time on the first page', async () => {
    const text = textOf(await words(await stamped(await aPdf()), 1));

    expect(text).toContain('QT 01/CX-HCTP · Quy trình cấp bản sao Trích lục hộ tịch');
    expect(text).toContain('Lần ban hành: 02 · Lần sửa đổi: 01 · Đang hiệu lực');
    expect(text).toContain('Quyết định số 15/QĐ-STP ngày 03/07/2025');
    expect(text).toContain('Tải về bởi Nguyễn Thị Diễm Hằng lúc 23/11/2026 00:05');
    expect(text).toContain('Bản in không kiểm soát');
    expect(text).toContain(STAMP.url);
  });

  it('draws every letter that it names', async () => {
    const pdf = await PDFDocument.load(await stamped(await aPdf()));
    const emptyLetters = pdf.context.enumerateIndirectObjects().flatMap(([, found]) => {
      const file = found instanceof PDFDict ? found.lookup(PDFName.of('FontFile2')) : undefined;
      if (!(file instanceof PDFRawStream)) return [];
      const font = fontkit.create(decodePDFRawStream(file).decode());
      const outlines = Array.from({ length: font.numGlyphs }, (_, glyph) =>
        font.getGlyph(glyph).path.toSVG(),
      );
      return [outlines.filter((outline) => outline === '').length];
    });

    expect(emptyLetters).toEqual([1, 1]); // the space alone has no outline
  });

  it('names them on every other page too', async () => {
    const pdf = await stamped(await aPdf(5));

    for (const page of [2, 3, 5]) {
      const text = textOf(await words(pdf, page));
      expect(text).toContain(
        'QT 01/CX-HCTP · Lần ban hành: 02 · Lần sửa đổi: 01 · Đang hiệu lực · Quyết định số 15/QĐ-STP',
      );
      expect(text).toContain('Nguyễn Thị Diễm Hằng lúc 23/11/2026 00:05 · Bản in không kiểm soát');
    }
  });

  it('keeps the size of the pages and moves text at the very foot above the band', async () => {
    const pdf = await stamped(await aPdf());

    const [first, second] = [await words(pdf, 1), await words(pdf, 2)];

    expect(await pdfInfo(pdf)).toMatchObject({ pages: 2, sizes: [{ widthMm: 210, heightMm: 297 }] });
    for (const [page, band] of [[first, 72] as const, [second, 30] as const]) {
      const own = page.find(({ text }) => text.startsWith('page'));
      expect(own?.y).toBeGreaterThan(band);
      expect(Math.max(...page.filter(({ text }) => !text.startsWith('page')).map(({ y }) => y))).toBeLessThan(
        band - 4,
      );
    }
  });

  it('names a controlled copy by its number, and a version without decision as such', async () => {
    const text = textOf(
      await words(await stamped(await aPdf(), { ...STAMP, copyNumber: '07', decision: null }), 1),
    );

    expect(text).toContain('Bản kiểm soát số 07');
    expect(text).toContain('Chưa có quyết định ban hành');
    expect(text).not.toContain('không kiểm soát');
  });

  it('cuts a long title and survives signs that no font has', async () => {
    const title = `${'Quy trình rất dài '.repeat(30)}😀`;

    const found = await words(
      await stamped(await aPdf(), { ...STAMP, title, takenBy: 'A\u0000\n😀漢 B' }),
      1,
    );

    expect(textOf(found)).toContain('…');
    expect(Math.max(...found.map(({ x }) => x))).toBeLessThan(560);
  });

  it('keeps content and adds the band on turned, shared and empty pages', async () => {
    const source = await aPdf(4, (document) => {
      const [first, second, third, fourth] = document.getPages();
      second?.setRotation(degrees(90));
      third?.node.set(PDFName.of('Contents'), document.context.obj([]));
      const shared = first?.node.get(PDFName.of('Contents'));
      if (shared) fourth?.node.set(PDFName.of('Contents'), shared);
    });

    const pdf = await stamped(source);

    expect(textOf(await words(pdf, 2))).toMatch(/page 2 text/);
    expect(textOf(await words(pdf, 3))).toMatch(/QT 01/);
    expect(textOf(await words(pdf, 4))).toMatch(/QT 01.*page 1 text|page 1 text.*QT 01/);
  });

  it('stamps a stamped copy again', async () => {
    const once = await stamped(await aPdf());

    const text = textOf(await words(await stamped(once, { ...STAMP, takenBy: 'Trần Văn Bình' }), 2));

    expect(text).toContain('Nguyễn Thị Diễm Hằng');
    expect(text).toContain('Trần Văn Bình');
  });

  it('RI-10: puts every signature on a sheet after the last page, said by the clock of Viet Nam', async () => {
    const pdf = await stamped(await aPdf(2), {
      ...STAMP,
      signatures: [SIGNATURE, { ...SIGNATURE, invalid: 'Không còn hợp lệ' }],
    });

    expect(await pdfInfo(pdf)).toMatchObject({ pages: 3 });
    const text = textOf(await words(pdf, 3));
    for (const said of ['TỜ CHỮ KÝ', 'QT 01/CX-HCTP', 'Phê duyệt', 'Trần Thị Thử', 'KT. CHỦ TỊCH'])
      expect(text).toContain(said);
    expect(text).toContain('23/11/2026 00:05');
    expect(text).toContain('Ký trong phần mềm');
    expect(text).toContain('Không còn hợp lệ');
  });

  it('RI-10: names the signatures on the sheet beside a signed file', async () => {
    const signed = await aPdf(1, signatureField);

    const issued = await stampCopy(signed, { ...STAMP, signatures: [SIGNATURE] });

    if (issued.kind !== 'with-cover') throw new Error('the signed file was stamped');
    expect(Buffer.from(issued.pdf).equals(signed)).toBe(true);
    expect(textOf(await words(issued.cover, 1))).toContain('Trần Thị Thử');
  });

  it('never touches a signed file and gives a sheet that names it by its hash', async () => {
    const signed = await aPdf(1, signatureField);

    const issued = await stampCopy(signed, { ...STAMP, state: 'Đã được thay thế', inForce: false });

    if (issued.kind !== 'with-cover') throw new Error('the signed file was stamped');
    expect(Buffer.from(issued.pdf).equals(signed)).toBe(true);
    const text = textOf(await words(issued.cover, 1));
    expect(text).toContain(createHash('sha256').update(signed).digest('hex').slice(0, 30));
    expect(text).toContain('Đã được thay thế');
    expect(text).toContain('Nguyễn Thị Diễm Hằng');
  });

  it.each([
    ['nothing', new Uint8Array()],
    ['text', Buffer.from('<html>not a pdf</html>')],
  ])('refuses %s', async (_label, bytes) => {
    await expect(stampCopy(bytes, STAMP)).rejects.toMatchObject({ code: 'pdf.unreadable', kind: 'invalid' });
    await expect(pdfInfo(bytes)).rejects.toMatchObject({ code: 'pdf.unreadable' });
  });

  it('refuses a file with a password', async () => {
    const locked = await aPdf(1, ({ context }) => {
      context.trailerInfo.Encrypt = context.register(context.obj({ Filter: 'Standard', V: 1, R: 2, P: -4 }));
    });

    await expect(stampCopy(locked, STAMP)).rejects.toMatchObject({ code: 'pdf.encrypted' });
    expect(await pdfInfo(locked)).toMatchObject({ encrypted: true });
  });
});

describe('pdfInfo()', () => {
  it('counts pages and tells sizes as they are seen', async () => {
    const pdf = await aPdf(3, (document) => document.getPages()[1]?.setRotation(degrees(270)));

    expect(await pdfInfo(pdf)).toEqual({
      encrypted: false,
      signed: false,
      pages: 3,
      sizes: [
        { widthMm: 210, heightMm: 297 },
        { widthMm: 297, heightMm: 210 },
      ],
    });
  });

  it('sees a signature field inside an object stream', async () => {
    expect(await pdfInfo(await aPdf(1, signatureField))).toMatchObject({ signed: true });
  });
});
