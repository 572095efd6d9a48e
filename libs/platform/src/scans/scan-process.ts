import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';

// A program of its own: run by scan-reader.ts in a confined process, never imported. It stands alone, so that Node
// runs it as it is written as well as compiled.

interface Job {
  parts: { path: string; type: 'pdf' | 'jpeg' | 'png' }[];
  /** Where the pages go when they were photos. */
  output: string;
  result: string;
  mostPages: number;
}

/** Dots of the longer side: 200 to an inch of A4, and once more, finer, where nothing is found. */
const SIDES = [2339, 3508] as const;
/** A photo of 40 megapixels takes 160 MB unpacked. */
const MOST_DOTS = 40_000_000;
const A4 = { width: 595.28, height: 841.89 };

const require = createRequire(process.argv[1] ?? '/');

async function main(): Promise<void> {
  const job = JSON.parse(readFileSync(process.argv[2] ?? '', 'utf8')) as Job;
  const [only] = job.parts;
  const pdf = only?.type === 'pdf' ? readFileSync(only.path) : await combine(job);
  const codes = await readCodes(pdf, job.mostPages);
  writeFileSync(job.result, JSON.stringify(codes));
}

/** One photo, one page: as large as A4 allows, turned as the photo is. */
async function combine({ parts, output }: Job): Promise<Buffer> {
  const { PDFDocument } = await import('pdf-lib');
  const document = await PDFDocument.create();
  for (const { path, type } of parts) {
    const bytes = readFileSync(path);
    if (type === 'png' && bytes.readUInt32BE(16) * bytes.readUInt32BE(20) > MOST_DOTS)
      throw new Error('the picture is too large');
    const image = type === 'png' ? await document.embedPng(bytes) : await document.embedJpg(bytes);
    const lies = image.width > image.height;
    const [width, height] = lies ? [A4.height, A4.width] : [A4.width, A4.height];
    const scale = Math.min(width / image.width, height / image.height);
    const [wide, high] = [image.width * scale, image.height * scale];
    document
      .addPage([width, height])
      .drawImage(image, { x: (width - wide) / 2, y: (height - high) / 2, width: wide, height: high });
  }
  const pdf = Buffer.from(await document.save({ useObjectStreams: false }));
  writeFileSync(output, pdf);
  return pdf;
}

async function readCodes(pdf: Uint8Array, mostPages: number): Promise<{ pages: number; codes: string[][] }> {
  const { getDocument } = await import('pdfjs-dist/legacy/build/pdf.mjs');
  const { createCanvas } = await import('@napi-rs/canvas');
  const { prepareZXingModule, readBarcodes } = await import('zxing-wasm/reader');
  const wasmBinary = new Uint8Array(readFileSync(require.resolve('zxing-wasm/reader/zxing_reader.wasm')))
    .buffer;
  prepareZXingModule({ overrides: { wasmBinary } });
  const loading = getDocument({
    data: new Uint8Array(pdf),
    useSystemFonts: false,
    verbosity: 0,
  });
  const document = await loading.promise;
  const codes: string[][] = [];
  for (let number = 1; number <= Math.min(document.numPages, mostPages); number += 1) {
    const page = await document.getPage(number);
    let found: string[] = [];
    for (const side of SIDES) {
      if (found.length > 0) break;
      const { width, height } = page.getViewport({ scale: 1 });
      const viewport = page.getViewport({ scale: side / Math.max(width, height) });
      const canvas = createCanvas(Math.ceil(viewport.width), Math.ceil(viewport.height));
      const context = canvas.getContext('2d');
      context.fillStyle = 'white';
      context.fillRect(0, 0, canvas.width, canvas.height);
      await page.render({ canvas: canvas as never, canvasContext: context as never, viewport }).promise;
      const image = context.getImageData(0, 0, canvas.width, canvas.height);
      const results = await readBarcodes(image, {
        formats: ['QRCode'],
        tryHarder: true,
        tryRotate: true,
        maxNumberOfSymbols: 8,
      });
      found = results.filter(({ isValid }) => isValid).map(({ text }) => text.slice(0, 500));
    }
    codes.push(found);
    page.cleanup();
  }
  const pages = document.numPages;
  await loading.destroy();
  return { pages, codes };
}

main().then(
  () => process.exit(0),
  () => process.exit(1),
);
