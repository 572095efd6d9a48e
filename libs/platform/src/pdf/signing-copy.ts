import type * as PdfLib from 'pdf-lib';

import { qrMatrix, qrRuns } from '../qr';
import { embedFonts } from './band';
import { guarded, openPdf } from './open-pdf';
import { pdfKit, type PdfLibrary } from './pdf-kit';
import { frameOf, Press } from './stamp-copy';
import { seenSize } from './page-frame';

/** What the foot of every page of a bản trình ký says. */
export interface SigningCopyMark {
  readonly code: string;
  readonly title: string;
  /** `Lần ban hành 02 · Lần sửa đổi 01`. */
  readonly issue: string;
  /** SHA-256 of the content that is signed. */
  readonly contentHash: string;
  /** What the QR code of a page says; pages count from 1. */
  readonly codeOf: (page: number) => string;
}

const BAND = 62;
const QR_SIDE = 48;
const MARGIN = 28;

/** The pages to be signed by hand, each with a QR code and the hash of what is signed. @throws PdfEncrypted, PdfUnreadable */
export async function signingCopy(pdf: Uint8Array, mark: SigningCopyMark): Promise<Uint8Array> {
  const kit = await pdfKit();
  const { lib } = kit;
  const document = await openPdf(lib, pdf);
  return guarded(async () => {
    const fonts = await embedFonts(kit, document);
    const pages = document.getPages();
    for (const [index, page] of pages.entries()) {
      const { width } = seenSize(frameOf(page));
      const lines = [
        `BẢN TRÌNH KÝ · ${mark.code} · ${mark.title}`,
        `${mark.issue} · Trang ${String(index + 1)}/${String(pages.length)}`,
        `SHA-256 nội dung: ${mark.contentHash}`,
        'Ký trên bản này, quét đủ mọi trang, không che mã vuông.',
      ];
      const operators = [
        ...qr(lib, mark.codeOf(index + 1)),
        ...lines.flatMap((line, at) => text(lib, fonts, { line, at, width })),
      ];
      const form = document.context.formXObject(operators, {
        BBox: document.context.obj([0, 0, width, BAND]),
        Resources: document.context.obj({ Font: { R: fonts.regular.ref, B: fonts.bold.ref } }),
      });
      // Pages may share their resources: each press has a name of its own, so that each page keeps its own code.
      new Press(lib, document).print(page, document.context.register(form), BAND);
    }
    return document.save({ useObjectStreams: false, updateFieldAppearances: false });
  });
}

function qr(lib: PdfLibrary, said: string): PdfLib.PDFOperator[] {
  const matrix = qrMatrix(said);
  const square = QR_SIDE / matrix.size;
  const bars = qrRuns(matrix).map(({ row, column, length }) =>
    lib.rectangle(MARGIN + column * square, 8 + QR_SIDE - (row + 1) * square, length * square, square),
  );
  return [lib.setFillingRgbColor(0, 0, 0), ...bars, lib.fill()];
}

function text(
  lib: PdfLibrary,
  { regular, bold }: { regular: PdfLib.PDFFont; bold: PdfLib.PDFFont },
  { line, at, width }: { line: string; at: number; width: number },
): PdfLib.PDFOperator[] {
  const font = at === 0 ? bold : regular;
  const x = MARGIN + QR_SIDE + 12;
  const clean = line.normalize('NFC').replace(/[\p{C}\p{Z}]+/gu, ' ');
  const fits = Math.min(1, (width - x - MARGIN) / font.widthOfTextAtSize(clean, 8));
  const shown = fits === 1 ? clean : `${clean.slice(0, Math.floor(clean.length * fits) - 1)}…`;
  return [
    lib.beginText(),
    lib.setFillingRgbColor(0.1, 0.12, 0.16),
    lib.setFontAndSize(at === 0 ? 'B' : 'R', 8),
    lib.setTextMatrix(1, 0, 0, 1, x, 46 - at * 11),
    lib.showText(font.encodeText(shown)),
    lib.endText(),
  ];
}
