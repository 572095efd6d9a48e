import { randomBytes } from 'node:crypto';
import type * as PdfLib from 'pdf-lib';
import { BAND, BandPainter, FIRST_BAND } from './band';
import { type CopyStamp, issueWords } from './copy-stamp';
import { coverSheet } from './cover-sheet';
import { guarded, openPdf } from './open-pdf';
import { apply, type Matrix, type PageFrame, seenSize, seenToPage, shrinkAboveBand } from './page-frame';
import { lineFonts } from './line-font';
import { pdfLibrary, type PdfLibrary } from './pdf-kit';
import { SheetPen } from './sheet-pen';
import { hasSignatureField } from './signature-field';
import { signatureSheet } from './signature-sheet';

/** A signed file is handed on untouched, with a sheet of its own that says what a stamp would say. */
export type IssuedPdf =
  | { readonly kind: 'stamped'; readonly pdf: Uint8Array }
  | { readonly kind: 'with-cover'; readonly pdf: Uint8Array; readonly cover: Uint8Array };

/**
 * A copy that names itself at the foot of every page. Pages keep their size: their content is shrunk by some 3 per
 * cent (8 on the first, for the QR code), so the band lies beside the text, never on it. After the last page comes a
 * sheet with the signatures (RI-10).
 * @throws PdfEncrypted, PdfUnreadable
 */
export async function stampCopy(pdf: Uint8Array, stamp: CopyStamp): Promise<IssuedPdf> {
  const lib = await pdfLibrary();
  const document = await openPdf(lib, pdf);
  if (hasSignatureField(lib, document))
    return { kind: 'with-cover', pdf, cover: await coverSheet(lib, pdf, stamp) };
  const fonts = await lineFonts(lib, document);
  return guarded(async () => {
    if (stamp.signatures.length > 0) {
      const pen = new SheetPen(lib, document, fonts);
      pen.title('TỜ CHỮ KÝ');
      pen.paragraph(`${stamp.code} – ${stamp.title}. ${issueWords(stamp)}.`);
      signatureSheet(pen, stamp.signatures);
    }
    const painter = new BandPainter(lib, document, fonts, stamp);
    const press = new Press(lib, document);
    for (const [index, page] of document.getPages().entries()) {
      const { width } = seenSize(frameOf(page));
      if (index === 0) press.print(page, painter.first(width), FIRST_BAND);
      else press.print(page, painter.other(width), BAND);
      if (stamp.mark) press.overlay(page, painter.slanting(seenSize(frameOf(page)), stamp.mark));
    }
    fonts.finish();
    return {
      kind: 'stamped',
      pdf: await document.save({
        useObjectStreams: false,
        objectsPerTick: 2_000,
        updateFieldAppearances: false,
      }),
    };
  });
}

/** Puts a band under a page. Streams that many pages need alike are made once. */
export class Press {
  readonly #streams = new Map<string, PdfLib.PDFRef>();
  /** The file may be a stamped copy itself: its own band keeps its name. */
  readonly #name: string;

  constructor(
    private readonly lib: PdfLibrary,
    private readonly document: PdfLib.PDFDocument,
  ) {
    this.#name = `Band${randomBytes(4).toString('hex')}`;
  }

  print(page: PdfLib.PDFPage, band: PdfLib.PDFRef, bandHeight: number): void {
    const { PDFName } = this.lib;
    const frame = frameOf(page);
    const shrink = shrinkAboveBand(frame, bandHeight);
    const name = PDFName.of(`${this.#name}${bandHeight}w${Math.round(seenSize(frame).width)}`);
    page.node.setXObject(name, band);
    const contents = [this.#before(frame, shrink, name), ...contentsOf(this.lib, page), this.#after()];
    page.node.set(PDFName.of('Contents'), this.document.context.obj(contents));
    this.#moveNotes(page, shrink);
  }

  /** Drawn last, over whatever the page shows. */
  overlay(page: PdfLib.PDFPage, mark: PdfLib.PDFRef): void {
    const { PDFName, pushGraphicsState, popGraphicsState, concatTransformationMatrix, drawObject } = this.lib;
    const frame = frameOf(page);
    const { width, height } = seenSize(frame);
    const name = PDFName.of(`${this.#name}mark${Math.round(width)}x${Math.round(height)}`);
    page.node.setXObject(name, mark);
    const over = this.#stream(`over ${name.asString()} ${JSON.stringify(frame)}`, () => [
      pushGraphicsState(),
      concatTransformationMatrix(...seenToPage(frame)),
      drawObject(name),
      popGraphicsState(),
    ]);
    page.node.set(PDFName.of('Contents'), this.document.context.obj([...contentsOf(this.lib, page), over]));
  }

  /** The band is drawn first, with nothing of the page's own state in force; then the page, clipped to what was seen. */
  #before(frame: PageFrame, shrink: Matrix, name: PdfLib.PDFName): PdfLib.PDFRef {
    const {
      pushGraphicsState,
      popGraphicsState,
      concatTransformationMatrix,
      drawObject,
      rectangle,
      clip,
      endPath,
    } = this.lib;
    const { PDFOperator, PDFOperatorNames, PDFName } = this.lib;
    return this.#stream(`before ${name.asString()} ${JSON.stringify(frame)}`, () => [
      PDFOperator.of(PDFOperatorNames.BeginMarkedContent, [PDFName.of('Artifact')]),
      pushGraphicsState(),
      concatTransformationMatrix(...seenToPage(frame)),
      drawObject(name),
      popGraphicsState(),
      PDFOperator.of(PDFOperatorNames.EndMarkedContent),
      pushGraphicsState(),
      concatTransformationMatrix(...shrink),
      rectangle(frame.x, frame.y, frame.width, frame.height),
      clip(),
      endPath(),
    ]);
  }

  #after(): PdfLib.PDFRef {
    return this.#stream('after', () => [this.lib.popGraphicsState()]);
  }

  #stream(key: string, operators: () => PdfLib.PDFOperator[]): PdfLib.PDFRef {
    const known = this.#streams.get(key);
    if (known) return known;
    const { context } = this.document;
    const ref = context.register(context.contentStream(operators()));
    this.#streams.set(key, ref);
    return ref;
  }

  /** Links and notes lie on the page by coordinates of their own. */
  #moveNotes(page: PdfLib.PDFPage, shrink: Matrix): void {
    const { PDFArray, PDFDict, PDFName } = this.lib;
    const notes = page.node.Annots();
    for (let index = 0; index < (notes?.size() ?? 0); index += 1) {
      const note = notes?.lookup(index);
      if (!(note instanceof PDFDict)) continue;
      for (const place of ['Rect', 'QuadPoints']) {
        const points = note.lookup(PDFName.of(place));
        if (points instanceof PDFArray) note.set(PDFName.of(place), this.#moved(points, shrink));
      }
    }
  }

  #moved(points: PdfLib.PDFArray, shrink: Matrix): PdfLib.PDFArray {
    const numbers = points.asArray().map((_, index) => points.lookup(index, this.lib.PDFNumber).asNumber());
    const moved = numbers.flatMap((x, index) =>
      index % 2 === 0 ? apply(shrink, x, numbers[index + 1] ?? 0) : [],
    );
    return this.document.context.obj(moved);
  }
}

export function frameOf(page: PdfLib.PDFPage): PageFrame {
  const turn = ((page.getRotation().angle % 360) + 360) % 360;
  return { ...page.getCropBox(), turn };
}

/** A page's streams, whether it has one, a list, or a list shared with another page. */
function contentsOf({ PDFArray, PDFName, PDFRef }: PdfLibrary, page: PdfLib.PDFPage): PdfLib.PDFObject[] {
  const raw = page.node.get(PDFName.of('Contents'));
  const found = page.node.lookup(PDFName.of('Contents'));
  if (found instanceof PDFArray) return found.asArray();
  return raw instanceof PDFRef && found ? [raw] : [];
}
