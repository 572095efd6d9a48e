import type * as PdfLib from 'pdf-lib';
import { qrMatrix, qrRuns } from '../qr';
import { type LineFonts } from './line-font';
import { type PdfLibrary } from './pdf-kit';

const A4: [number, number] = [595.28, 841.89];
const LEFT = 85;
const RIGHT = 50;
const TOP = 770;
const BOTTOM = 90;
const QR_SIDE = 110;

/** Where text may stand: from `x` on, as wide as this. */
interface Column {
  readonly x: number;
  readonly width: number;
}

export interface SheetText {
  readonly text: string;
  readonly bold?: boolean;
  readonly ink?: 'black' | 'grey' | 'red';
}

const INKS: Readonly<Record<NonNullable<SheetText['ink']>, readonly [number, number, number]>> = {
  black: [0, 0, 0],
  grey: [0.35, 0.38, 0.42],
  red: [0.72, 0.1, 0.12],
};
const WHOLE: Column = { x: LEFT, width: A4[0] - LEFT - RIGHT };

/** Writes pages of words at the end of a document, from top to bottom, one after another as they fill. */
export class SheetPen {
  #page: PdfLib.PDFPage;
  #y = TOP;

  constructor(
    private readonly lib: PdfLibrary,
    private readonly document: PdfLib.PDFDocument,
    private readonly fonts: LineFonts,
  ) {
    this.#page = this.#newPage();
  }

  title(text: string): void {
    this.#lines({ text, bold: true }, WHOLE, 16);
    this.#y -= 8;
  }

  heading(text: string): void {
    this.#room(60);
    this.#y -= 10;
    this.#lines({ text, bold: true }, WHOLE, 12);
  }

  paragraph(text: string, ink: SheetText['ink'] = 'black'): void {
    this.#lines({ text, ink }, WHOLE, 11);
    this.#y -= 4;
  }

  /** Texts beside each other, in columns of these parts of the width; the row is as high as its longest text. */
  row(cells: readonly SheetText[], parts: readonly number[], size = 11): void {
    const whole = parts.reduce((sum, part) => sum + part, 0);
    let x = LEFT;
    const columns = parts.map((part): Column => {
      const width = (WHOLE.width * part) / whole;
      x += width;
      return { x: x - width, width: width - 8 };
    });
    const heights = cells.map(
      ({ text, bold = false }, at) =>
        this.#wrapped(text, { bold, size, room: columns[at]?.width ?? 0 }).length * size * 1.4,
    );
    this.#room(Math.max(0, ...heights));
    const top = this.#y;
    let below = top;
    for (const [at, cell] of cells.entries()) {
      this.#y = top;
      this.#lines(cell, columns[at] ?? WHOLE, size);
      below = Math.min(below, this.#y);
    }
    this.#y = below - 4;
  }

  /** A QR code with words at its side. */
  code(url: string, words: string): void {
    this.#room(QR_SIDE + 16);
    const { rectangle, fill, setFillingRgbColor, pushGraphicsState, popGraphicsState } = this.lib;
    const matrix = qrMatrix(url);
    const square = QR_SIDE / matrix.size;
    const foot = this.#y - QR_SIDE;
    const bars = qrRuns(matrix).map(({ row, column, length }) =>
      rectangle(LEFT + column * square, foot + QR_SIDE - (row + 1) * square, length * square, square),
    );
    this.#page.pushOperators(
      pushGraphicsState(),
      setFillingRgbColor(...INKS.black),
      ...bars,
      fill(),
      popGraphicsState(),
    );
    this.#y -= 30;
    this.#lines({ text: words }, { x: LEFT + QR_SIDE + 16, width: WHOLE.width - QR_SIDE - 16 }, 11);
    this.#y = foot - 16;
  }

  #lines({ text, bold = false, ink = 'black' }: SheetText, { x, width }: Column, size: number): void {
    const { beginText, endText, setFontAndSize, setTextMatrix, showText, setFillingRgbColor } = this.lib;
    const font = bold ? this.fonts.bold : this.fonts.regular;
    for (const line of this.#wrapped(text, { bold, size, room: width })) {
      this.#room(size * 1.4);
      this.#page.pushOperators(
        beginText(),
        setFillingRgbColor(...INKS[ink]),
        setFontAndSize(bold ? 'B' : 'R', size),
        setTextMatrix(1, 0, 0, 1, x, this.#y - size),
        showText(font.encodeText(line)),
        endText(),
      );
      this.#y -= size * 1.4;
    }
  }

  /** Lines of words; a word longer than the line is broken. */
  #wrapped(text: string, { bold, size, room }: { bold: boolean; size: number; room: number }): string[] {
    const font = bold ? this.fonts.bold : this.fonts.regular;
    const lines: string[] = [];
    let line = '';
    for (const part of text
      .normalize('NFC')
      .replace(/[\p{C}\p{Z}]+/gu, ' ')
      .split(/(?<= )|(?<=.{32}(?=\S))/u)) {
      if (line !== '' && font.widthOfTextAtSize(line + part, size) > room) {
        lines.push(line);
        line = '';
      }
      line += part;
    }
    return [...lines, line];
  }

  #room(height: number): void {
    if (this.#y - height >= BOTTOM) return;
    this.#page = this.#newPage();
    this.#y = TOP;
  }

  #newPage(): PdfLib.PDFPage {
    const page = this.document.addPage(A4);
    page.node.setFontDictionary(this.lib.PDFName.of('R'), this.fonts.regular.ref);
    page.node.setFontDictionary(this.lib.PDFName.of('B'), this.fonts.bold.ref);
    return page;
  }
}
