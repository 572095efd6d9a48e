import type * as PdfLib from 'pdf-lib';
import { qrMatrix, qrRuns } from '../qr';
import { copyWords, decisionWords, issueWords, takenWords, type CopyStamp } from './copy-stamp';
import { type LineFonts } from './line-font';
import { type PdfKit, type PdfLibrary } from './pdf-kit';

/** Height in points of what is freed at the foot, clear of the 4 mm that printers cannot reach: with the QR code on the first page, two lines on the others. */
export const FIRST_BAND = 72;
export const BAND = 30;

const MARGIN = 28;
const QR_SIDE = 50;
const INK = [0.2, 0.24, 0.3] as const;
const RED = [0.72, 0.1, 0.12] as const;

export interface BandFonts {
  readonly regular: PdfLib.PDFFont;
  readonly bold: PdfLib.PDFFont;
}

interface Piece {
  readonly text: string;
  readonly bold?: boolean;
  readonly ink?: readonly [number, number, number];
}

export async function embedFonts(kit: PdfKit, document: PdfLib.PDFDocument): Promise<BandFonts> {
  kit.registerFonts(document);
  const subset = { subset: true };
  return {
    regular: await document.embedFont(kit.regular, subset),
    bold: await document.embedFont(kit.bold, subset),
  };
}

/** Draws bands as form objects: pages of one width share one. */
export class BandPainter {
  readonly #bands = new Map<string, PdfLib.PDFRef>();

  constructor(
    private readonly lib: PdfLibrary,
    private readonly document: PdfLib.PDFDocument,
    private readonly fonts: LineFonts,
    private readonly stamp: CopyStamp,
  ) {}

  first(width: number): PdfLib.PDFRef {
    return this.#band('first', width, FIRST_BAND, () => [
      ...this.#qr(MARGIN, 14, QR_SIDE),
      ...this.#firstLines(width),
    ]);
  }

  other(width: number): PdfLib.PDFRef {
    return this.#band('other', width, BAND, () => this.#otherLines(width));
  }

  /** The mark across the page from corner to corner, half transparent, so that the text below stays legible. */
  slanting({ width, height }: { width: number; height: number }, mark: string): PdfLib.PDFRef {
    return this.#form(`mark ${width}x${height}`, [width, height], () => {
      const { PDFOperator, PDFOperatorNames, PDFName, beginText, endText, setFontAndSize, setTextMatrix } =
        this.lib;
      const { showText, setFillingRgbColor } = this.lib;
      const font = this.fonts.bold;
      const text = printable(mark);
      const diagonal = Math.hypot(width, height);
      const size = (0.72 * diagonal) / font.widthOfTextAtSize(text, 1);
      const [along, up] = [width / diagonal, height / diagonal];
      const half = font.widthOfTextAtSize(text, size) / 2;
      return [
        PDFOperator.of(PDFOperatorNames.SetGraphicsStateParams, [PDFName.of('Faint')]),
        beginText(),
        setFillingRgbColor(...RED),
        setFontAndSize('B', size),
        setTextMatrix(along, up, -up, along, width / 2 - half * along, height / 2 - half * up),
        showText(font.encodeText(text)),
        endText(),
      ];
    });
  }

  #firstLines(width: number): PdfLib.PDFOperator[] {
    const { stamp } = this;
    const x = MARGIN + QR_SIDE + 8;
    const room = width - x - MARGIN;
    const lines: Piece[][] = [
      [{ text: `${stamp.code} · ${stamp.title}`, bold: true }],
      [{ text: `${issueWords(stamp)} · ` }, this.#state()],
      [{ text: decisionWords(stamp) }],
      [{ text: takenWords(stamp) }],
      [{ text: copyWords(stamp), bold: true }, { text: ` · Kiểm tra hiệu lực bằng mã QR hoặc ${stamp.url}` }],
    ];
    return lines.flatMap((line, index) => this.#line(line, { x, y: 55.5 - index * 10.4, size: 8.5, room }));
  }

  #otherLines(width: number): PdfLib.PDFOperator[] {
    const { stamp } = this;
    const room = width - 2 * MARGIN;
    const first: Piece[] = [
      { text: stamp.code, bold: true },
      { text: ` · ${issueWords(stamp)} · ` },
      this.#state(),
      { text: ` · ${decisionWords(stamp)}` },
    ];
    const second: Piece[] = [{ text: `${takenWords(stamp)} · ${copyWords(stamp)}` }];
    return [first, second].flatMap((line, index) =>
      this.#line(line, { x: MARGIN, y: 21 - index * 8.5, size: 7, room }),
    );
  }

  #state(): Piece {
    const { state, inForce } = this.stamp;
    return { text: state, bold: true, ink: inForce ? INK : RED };
  }

  /** Pieces one after another; what does not fit is cut with an ellipsis, never run over the edge. */
  #line(
    pieces: readonly Piece[],
    { x, y, size, room }: { x: number; y: number; size: number; room: number },
  ): PdfLib.PDFOperator[] {
    const { beginText, endText, setFontAndSize, setTextMatrix, showText, setFillingRgbColor } = this.lib;
    const drawn: PdfLib.PDFOperator[] = [];
    let left = room;
    for (const { text, bold = false, ink = INK } of pieces) {
      const font = bold ? this.fonts.bold : this.fonts.regular;
      const shown = fitted(printable(text), left, (part) => font.widthOfTextAtSize(part, size));
      if (shown === '') break;
      drawn.push(
        beginText(),
        setFillingRgbColor(...ink),
        setFontAndSize(bold ? 'B' : 'R', size),
        setTextMatrix(1, 0, 0, 1, x + room - left, y),
        showText(font.encodeText(shown)),
        endText(),
      );
      left -= font.widthOfTextAtSize(shown, size);
    }
    return drawn;
  }

  #qr(x: number, y: number, side: number): PdfLib.PDFOperator[] {
    const { setFillingRgbColor, rectangle, fill } = this.lib;
    const matrix = qrMatrix(this.stamp.url);
    const square = side / matrix.size;
    const bars = qrRuns(matrix).map(({ row, column, length }) =>
      rectangle(x + column * square, y + side - (row + 1) * square, length * square, square),
    );
    return [setFillingRgbColor(0, 0, 0), ...bars, fill()];
  }

  #band(kind: string, width: number, height: number, draw: () => PdfLib.PDFOperator[]): PdfLib.PDFRef {
    return this.#form(`${kind} ${width}`, [width, height], draw);
  }

  #form(
    key: string,
    [width, height]: readonly [number, number],
    draw: () => PdfLib.PDFOperator[],
  ): PdfLib.PDFRef {
    const known = this.#bands.get(key);
    if (known) return known;
    const { PDFName, PDFNumber } = this.lib;
    const { context } = this.document;
    const form = context.formXObject(draw(), {
      BBox: context.obj([PDFNumber.of(0), PDFNumber.of(0), PDFNumber.of(width), PDFNumber.of(height)]),
      Resources: context.obj({
        Font: { R: this.fonts.regular.ref, B: this.fonts.bold.ref },
        ExtGState: { Faint: { ca: 0.28 } },
      }),
      Type: PDFName.of('XObject'),
    });
    const ref = context.register(form);
    this.#bands.set(key, ref);
    return ref;
  }
}

const LETTERS = new Intl.Segmenter('vi');

/** A font has no glyph for a control sign, and a line no place for a line end. */
function printable(text: string): string {
  return text.normalize('NFC').replace(/[\p{C}\p{Z}]+/gu, ' ');
}

function fitted(text: string, room: number, widthOf: (text: string) => number): string {
  if (widthOf(text) <= room) return text;
  const letters = Array.from(LETTERS.segment(text), ({ segment }) => segment);
  let [low, high] = [0, letters.length];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (widthOf(`${letters.slice(0, middle).join('')}…`) <= room) low = middle;
    else high = middle - 1;
  }
  return low === 0 ? '' : `${letters.slice(0, low).join('')}…`;
}
