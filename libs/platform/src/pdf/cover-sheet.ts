import { createHash } from 'node:crypto';
import { copyWords, decisionWords, instantVi, type CopyStamp } from './copy-stamp';
import { lineFonts } from './line-font';
import { type PdfLibrary } from './pdf-kit';
import { SheetPen, type SheetText } from './sheet-pen';
import { signatureSheet } from './signature-sheet';

/** The page that travels with a signed file, which itself stays as it was signed. */
export async function coverSheet(lib: PdfLibrary, signed: Uint8Array, stamp: CopyStamp): Promise<Uint8Array> {
  const document = await lib.PDFDocument.create();
  const fonts = await lineFonts(lib, document);
  const pen = new SheetPen(lib, document, fonts);
  document.setTitle(`${stamp.code} – tờ kèm bản ký số`);
  pen.title('TỜ KÈM BẢN KÝ SỐ');
  pen.paragraph(
    'Tệp đi kèm đã được ký số nên giữ nguyên từng byte, không đóng dấu bản tải về. Tờ này cho biết tình trạng của tệp tại thời điểm tải.',
  );
  for (const [label, value, marked] of lines(signed, stamp))
    pen.row([{ text: label, ink: 'grey' }, valueText(label, value, marked)], [13, 33]);
  if (stamp.signatures.length > 0) {
    pen.heading('Chữ ký');
    signatureSheet(pen, stamp.signatures);
  }
  pen.code(stamp.url, `Kiểm tra hiệu lực: quét mã QR hoặc mở ${stamp.url}`);
  fonts.finish();
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

function valueText(label: string, text: string, marked = false): SheetText {
  const bold = label === 'Mã hiệu' || label === 'Trạng thái';
  return { text, bold, ink: marked ? 'red' : 'black' };
}
