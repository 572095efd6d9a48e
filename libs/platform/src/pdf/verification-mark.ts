import { qrMatrix, qrRuns } from '../qr';
import { embedFonts } from './band';
import { guarded, openPdf } from './open-pdf';
import { pdfKit } from './pdf-kit';

export interface VerificationMark {
  /** Where the QR code leads. */
  readonly url: string;
  readonly code: string;
}

/** All in the lower margin of a page after Nghị định 30/2020 (20 mm), so that nothing of the text is touched. */
const QR_SIDE = 44;
const LEFT = 85;
const BOTTOM = 6;

/** Puts a QR code and the words to type into the lower margin of the first page. @throws PdfEncrypted, PdfUnreadable */
export async function markForVerification(
  pdf: Uint8Array,
  { url, code }: VerificationMark,
): Promise<Uint8Array> {
  const kit = await pdfKit();
  const { lib } = kit;
  const document = await openPdf(lib, pdf);
  return guarded(async () => {
    const { regular } = await embedFonts(kit, document);
    const page = document.getPage(0);
    const matrix = qrMatrix(url);
    const square = QR_SIDE / matrix.size;
    const bars = qrRuns(matrix).map(({ row, column, length }) =>
      lib.rectangle(LEFT + column * square, BOTTOM + QR_SIDE - (row + 1) * square, length * square, square),
    );
    page.pushOperators(
      lib.pushGraphicsState(),
      lib.setFillingRgbColor(0, 0, 0),
      ...bars,
      lib.fill(),
      lib.popGraphicsState(),
    );
    const x = LEFT + QR_SIDE + 8;
    page.drawText('Kiểm tra bản công bố này tại:', { x, y: BOTTOM + 28, size: 8, font: regular });
    page.drawText(url, { x, y: BOTTOM + 18, size: 8, font: regular });
    page.drawText(`Mã kiểm tra: ${code}`, { x, y: BOTTOM + 8, size: 8, font: regular });
    return document.save({ useObjectStreams: false, updateFieldAppearances: false });
  });
}
