import { createHash } from 'node:crypto';
import type * as PdfLib from 'pdf-lib';
import { qrMatrix, qrRuns } from '../qr';
import { embedFonts, type BandFonts } from './band';
import { copyWords, decisionWords, instantVi, type CopyStamp } from './copy-stamp';
import { type PdfKit } from './pdf-kit';

const A4: [number, number] = [595.28, 841.89];
const LEFT = 85;
const RIGHT = 50;
const LABEL = 130;
const QR_SIDE = 110;

/** One page that travels with a signed file, which itself stays as it was signed. */
export async function coverSheet(kit: PdfKit, signed: Uint8Array, stamp: CopyStamp): Promise<Uint8Array> {
  const document = await kit.lib.PDFDocument.create();
  const fonts = await embedFonts(kit, document);
  const page = document.addPage(A4);
  document.setTitle(`${stamp.code} – tờ kèm bản ký số`);
  page.drawText('TỜ KÈM BẢN KÝ SỐ', { x: LEFT, y: 760, size: 16, font: fonts.bold });
  const note =
    'Tệp đi kèm đã được ký số nên giữ nguyên từng byte, không đóng dấu bản tải về. Tờ này cho biết tình trạng của tệp tại thời điểm tải.';
  let y = paragraph(page, fonts.regular, note, { x: LEFT, y: 736, size: 11, width: A4[0] - LEFT - RIGHT });
  for (const [label, value, marked] of lines(signed, stamp)) {
    page.drawText(label, {
      x: LEFT,
      y: y - 6,
      size: 11,
      font: fonts.regular,
      color: kit.lib.rgb(0.35, 0.38, 0.42),
    });
    const color = marked ? kit.lib.rgb(0.72, 0.1, 0.12) : kit.lib.rgb(0, 0, 0);
    y = paragraph(page, valueFont(fonts, label), value, {
      x: LEFT + LABEL,
      y: y - 6,
      size: 11,
      width: A4[0] - LEFT - RIGHT - LABEL,
      color,
    });
  }
  drawQr(page, stamp.url, { x: LEFT, y: y - QR_SIDE - 16 });
  paragraph(page, fonts.regular, `Kiểm tra hiệu lực: quét mã QR hoặc mở ${stamp.url}`, {
    x: LEFT + QR_SIDE + 16,
    y: y - 40,
    size: 11,
    width: A4[0] - LEFT - RIGHT - QR_SIDE - 16,
  });
  return document.save({ useObjectStreams: false });
}

function lines(signed: Uint8Array, stamp: CopyStamp): [label: string, value: string, marked?: boolean][] {
  return [
    ['Mã hiệu', stamp.code],
    ['Tên tài liệu', stamp.title],
    ['Lần ban hành', String(stamp.issue).padStart(2, '0')],
    ['Lần sửa đổi', String(stamp.revision).padStart(2, '0')],
    ['Trạng thái', stamp.state, !stamp.inForce],
    ['Quyết định', decisionWords(stamp)],
    ['Người tải', stamp.takenBy],
    ['Thời điểm tải', instantVi(stamp.takenAt)],
    ['Bản', copyWords(stamp)],
    ['SHA-256 của tệp', createHash('sha256').update(signed).digest('hex')],
  ];
}

function valueFont({ regular, bold }: BandFonts, label: string): PdfLib.PDFFont {
  return label === 'Mã hiệu' || label === 'Trạng thái' ? bold : regular;
}

interface Place {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly width: number;
  readonly color?: PdfLib.Color;
}

/** Draws wrapped text and answers the y of the next line. A word longer than the line is broken. */
function paragraph(
  page: PdfLib.PDFPage,
  font: PdfLib.PDFFont,
  text: string,
  { x, y, size, width, color }: Place,
): number {
  let below = y;
  let line = '';
  const flush = (): void => {
    page.drawText(line, { x, y: below, size, font, ...(color ? { color } : {}) });
    below -= size * 1.5;
    line = '';
  };
  for (const part of text
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .split(/(?<= )|(?<=.{32}(?=\S))/u)) {
    if (line !== '' && font.widthOfTextAtSize(line + part, size) > width) flush();
    line += part;
  }
  flush();
  return below;
}

function drawQr(page: PdfLib.PDFPage, url: string, { x, y }: { x: number; y: number }): void {
  const matrix = qrMatrix(url);
  const square = QR_SIDE / matrix.size;
  for (const { row, column, length } of qrRuns(matrix)) {
    page.drawRectangle({
      x: x + column * square,
      y: y + QR_SIDE - (row + 1) * square,
      width: length * square,
      height: square,
    });
  }
}
