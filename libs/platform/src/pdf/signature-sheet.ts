import { instantVi, type StampedSignature } from './copy-stamp';
import { type SheetPen } from './sheet-pen';

const COLUMNS = [3, 5, 4, 4];

/** Who signed what a copy shows: printed name, position, day and hour in Viet Nam, meaning, way (RI-10). */
export function signatureSheet(pen: SheetPen, signatures: readonly StampedSignature[]): void {
  const headings = ['Ý nghĩa', 'Họ và tên, chức vụ', 'Ngày, giờ', 'Cách ký'];
  pen.row(
    headings.map((text) => ({ text, bold: true })),
    COLUMNS,
    10,
  );
  for (const { meaning, name, position, note, at, way, invalid } of signatures) {
    pen.row(
      [
        { text: meaning, bold: true },
        { text: [name, position].filter((said) => said).join(', ') },
        { text: at === null ? '' : instantVi(at) },
        { text: way },
      ],
      COLUMNS,
      10,
    );
    if (note) pen.row([{ text: '' }, { text: note, ink: 'grey' }], [3, 13], 10);
    if (invalid) pen.row([{ text: '' }, { text: invalid, bold: true, ink: 'red' }], [3, 13], 10);
  }
}
