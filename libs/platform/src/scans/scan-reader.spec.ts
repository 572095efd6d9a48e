import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createCanvas } from '@napi-rs/canvas';
import { PDFDocument, StandardFonts } from 'pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

import { signingCopy } from '../pdf';
import { readScan } from './scan-reader';

let folder: string;
let printed: Uint8Array;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'iso-scan-'));
  const document = await PDFDocument.create();
  const font = await document.embedFont(StandardFonts.Helvetica);
  for (const page of ['one', 'two']) document.addPage([595, 842]).drawText(page, { x: 70, y: 700, font });
  printed = await signingCopy(await document.save(), {
    code: 'QT 01/CX-HCTP',
    title: 'Quy trình đăng ký khai sinh',
    issue: 'Lần ban hành 01 · Lần sửa đổi 00',
    contentHash: 'a1'.repeat(32),
    codeOf: (page) => `ISODT:1:0190A5:A1B2C3:${String(page)}`,
  });
});

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The printed page as a phone or scanner gives it back: a picture, a little turned, not sharp. */
async function picture(page: number, { turned = 0, type = 'jpeg' } = {}): Promise<string> {
  const loading = getDocument({ data: printed.slice(), useSystemFonts: false, verbosity: 0 });
  const found = await (await loading.promise).getPage(page);
  const viewport = found.getViewport({ scale: 150 / 72 });
  const canvas = createCanvas(viewport.width + 60, viewport.height + 60);
  const context = canvas.getContext('2d');
  context.fillStyle = '#e8e6df';
  context.fillRect(0, 0, canvas.width, canvas.height);
  const sheet = createCanvas(viewport.width, viewport.height);
  await found.render({ canvas: sheet as never, canvasContext: sheet.getContext('2d') as never, viewport })
    .promise;
  await loading.destroy();
  context.translate(canvas.width / 2, canvas.height / 2);
  context.rotate((turned * Math.PI) / 180);
  context.drawImage(sheet, -sheet.width / 2, -sheet.height / 2);
  const path = join(folder, `${String(page)}-${String(turned)}.${type}`);
  await writeFile(path, type === 'jpeg' ? canvas.toBuffer('image/jpeg', 60) : canvas.toBuffer('image/png'));
  return path;
}

describe('OF-03 scan of a signed paper', () => {
  it('reads the code of every page of a PDF', async () => {
    const path = join(folder, 'printed.pdf');
    await writeFile(path, printed);

    const { pages, codes, pdf } = await readScan([{ path, type: 'pdf' }], folder);

    expect(pages).toBe(2);
    expect(codes).toEqual([['ISODT:1:0190A5:A1B2C3:1'], ['ISODT:1:0190A5:A1B2C3:2']]);
    expect(pdf).toBe(path);
  });

  it('puts photos on pages and reads them turned and out of focus', async () => {
    const parts = [
      { path: await picture(1, { turned: 2 }), type: 'jpeg' },
      { path: await picture(2, { turned: 178, type: 'png' }), type: 'png' },
    ] as const;

    const { pages, codes, pdf } = await readScan(parts, folder);

    expect(pages).toBe(2);
    expect(codes).toEqual([['ISODT:1:0190A5:A1B2C3:1'], ['ISODT:1:0190A5:A1B2C3:2']]);
    expect(pdf).toMatch(/scan\.pdf$/);
  });

  it('says nothing of a page without a code', async () => {
    const document = await PDFDocument.create();
    document.addPage();
    const path = join(folder, 'blank.pdf');
    await writeFile(path, await document.save());

    expect((await readScan([{ path, type: 'pdf' }], folder)).codes).toEqual([[]]);
  });

  it('refuses what it cannot open, and a picture that unpacks to far too much', async () => {
    const broken = join(folder, 'broken.pdf');
    await writeFile(broken, '%PDF-1.4\nnothing\n%%EOF');
    const bomb = join(folder, 'bomb.png');
    const head = Buffer.alloc(64);
    head.writeUInt32BE(60_000, 16);
    head.writeUInt32BE(60_000, 20);
    await writeFile(bomb, head);

    for (const part of [{ path: broken, type: 'pdf' } as const, { path: bomb, type: 'png' } as const])
      await expect(readScan([part], folder)).rejects.toMatchObject({ code: 'scans.unreadable' });
  });
});
