import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import jsQr from 'jsqr';
import JSZip from 'jszip';
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';

const IMAGES = new Set([
  OPS.paintImageXObject,
  OPS.paintInlineImageXObject,
  OPS.paintImageMaskXObject,
  OPS.paintImageXObjectRepeat,
]);

/** Bytes that an earlier reading may have handed to a worker are copied first. */
async function eachPage<Result>(
  pdf: Uint8Array,
  read: (
    page: Awaited<ReturnType<Awaited<ReturnType<typeof getDocument>['promise']>['getPage']>>,
  ) => Promise<Result>,
): Promise<Result[]> {
  const loading = getDocument({ data: pdf.slice(), useSystemFonts: false, verbosity: 0 });
  const document = await loading.promise;
  const results: Result[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    results.push(await read(await document.getPage(number)));
  }
  await loading.destroy();
  return results;
}

/** The words of each page, as one would copy them from a reader. */
export function pdfWords(pdf: Uint8Array): Promise<string[]> {
  return eachPage(pdf, async (page) => {
    const { items } = await page.getTextContent();
    const words = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : ''));
    return words.join('').normalize('NFC');
  });
}

/** How many pictures the pages draw: a scanned signature or seal would be one. */
export async function pdfImages(pdf: Uint8Array): Promise<number> {
  const counts = await eachPage(pdf, async (page) => {
    const { fnArray } = await page.getOperatorList();
    return fnArray.filter((operation) => IMAGES.has(operation)).length;
  });
  return counts.reduce((sum, count) => sum + count, 0);
}

/** What a telephone reads when it is held over the first page, null when there is no QR code. */
export function pdfQr(pdf: Uint8Array): string | null {
  const folder = mkdtempSync(join(tmpdir(), 'iso-paper-'));
  try {
    const file = join(folder, 'paper.pdf');
    writeFileSync(file, pdf);
    execFileSync('pdftoppm', ['-r', '200', '-f', '1', '-l', '1', '-singlefile', file, join(folder, 'page')]);
    const { width, height, points } = readPpm(readFileSync(join(folder, 'page.ppm')));
    return jsQr(points, width, height)?.data ?? null;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** "P6 width height 255", then three bytes for each point. */
function readPpm(file: Buffer): { width: number; height: number; points: Uint8ClampedArray } {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(file.toString('latin1', 0, 64));
  if (!head) throw new Error('pdftoppm gave no PPM picture');
  const [all, width, height] = [head[0], Number(head[1]), Number(head[2])];
  const points = new Uint8ClampedArray(width * height * 4).fill(255);
  for (let point = 0; point < width * height; point += 1) {
    points.set(file.subarray(all.length + point * 3, all.length + point * 3 + 3), point * 4);
  }
  return { width, height, points };
}

/** The words of a Word file, without its form. */
export async function docxWords(docx: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(docx);
  const xml = (await zip.file('word/document.xml')?.async('string')) ?? '';
  return xml
    .replaceAll(/<\/w:p>/g, '\n')
    .replaceAll(/<[^>]+>/g, '')
    .normalize('NFC');
}
