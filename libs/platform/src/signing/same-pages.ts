import type * as PdfLib from 'pdf-lib';
import { openPdf, pdfKit, type PdfLibrary } from '../pdf';
import { type ContentMatch } from './report';

/** What a page draws with. Everything else of it (tabs, structure, thumbnails) shows nothing. */
const DRAWING = ['Contents', 'Resources', 'MediaBox', 'CropBox', 'Rotate', 'UserUnit'] as const;
const INHERITED = new Set<string>(['Resources', 'MediaBox', 'CropBox', 'Rotate']);

/**
 * Whether a signed file shows what was approved. Strict: also a file that begins with the approved bytes must draw the
 * same pages at its end, and at the end of each revision, because what is appended may redefine any page; what a tool
 * may add is the sight of a signature, nothing else.
 * @throws PdfEncrypted, PdfUnreadable
 */
export async function contentMatch(
  approved: Buffer,
  signed: Buffer,
  ends: readonly number[],
): Promise<ContentMatch> {
  const { lib } = await pdfKit();
  const expected = await openPdf(lib, approved);
  for (const end of new Set([...ends, signed.length])) {
    const revision = await openPdf(lib, signed.subarray(0, end));
    if (!new PageComparison(lib, expected, revision).isSame()) return 'other';
  }
  if (!signed.subarray(0, approved.length).equals(approved)) return 'same-pages';
  return definesTwice(signed.subarray(approved.length), ends, approved.length) ? 'other' : 'same-bytes';
}

/** Viewers that follow the index and those that read on from the top would see different pages. */
function definesTwice(appended: Buffer, ends: readonly number[], offset: number): boolean {
  const cuts = [0, ...ends.map((end) => end - offset).filter((end) => end > 0), appended.length];
  return cuts.slice(1).some((end, index) => {
    const text = appended
      .toString('latin1', cuts[index], end)
      .replace(/\bstream\r?\n[\s\S]*?\bendstream\b/g, '');
    const numbers = Array.from(text.matchAll(/(?:^|[\s>])(\d{1,10}) \d{1,5} obj\b/g), ([, number]) => number);
    return new Set(numbers).size !== numbers.length;
  });
}

class PageComparison {
  readonly #seen = new Set<string>();

  constructor(
    private readonly lib: PdfLibrary,
    private readonly left: PdfLib.PDFDocument,
    private readonly right: PdfLib.PDFDocument,
  ) {}

  isSame(): boolean {
    const [left, right] = [this.left.getPages(), this.right.getPages()];
    return (
      left.length === right.length &&
      left.every((page, index) => {
        const other = right[index];
        return other !== undefined && this.#samePage(page, other);
      }) &&
      this.#same(this.#layers(this.left), this.#layers(this.right))
    );
  }

  #samePage(left: PdfLib.PDFPage, right: PdfLib.PDFPage): boolean {
    const drawn = DRAWING.every((key) =>
      key === 'Contents'
        ? this.#drawing(left).equals(this.#drawing(right))
        : this.#same(this.#entry(left, key), this.#entry(right, key)),
    );
    return drawn && this.#sameNotes(left, right);
  }

  /** Notes of the approved page stay; what comes to them is a signature's own field. */
  #sameNotes(left: PdfLib.PDFPage, right: PdfLib.PDFPage): boolean {
    const before = this.#notes(left);
    const added = this.#notes(right);
    if (added.length < before.length) return false;
    return added.every((note, index) => {
      const known = before[index];
      return known === undefined ? this.#isSignature(note) : this.#same(known, note);
    });
  }

  #notes(page: PdfLib.PDFPage): PdfLib.PDFObject[] {
    const notes = page.node.Annots();
    return notes === undefined ? [] : notes.asArray().flatMap((_, index) => notes.lookup(index) ?? []);
  }

  #isSignature(note: PdfLib.PDFObject): boolean {
    const { PDFDict, PDFName } = this.lib;
    if (!(note instanceof PDFDict) || note.lookup(PDFName.of('Subtype'))?.toString() !== '/Widget')
      return false;
    const parent = note.lookup(PDFName.of('Parent'));
    const field = note.has(PDFName.of('FT')) || !(parent instanceof PDFDict) ? note : parent;
    return field.lookup(PDFName.of('FT'))?.toString() === '/Sig';
  }

  /** Operators of the page as they are read, however its streams are cut and packed. */
  #drawing(page: PdfLib.PDFPage): Buffer {
    const { PDFArray, PDFName, PDFStream } = this.lib;
    const found = page.node.lookup(PDFName.of('Contents'));
    const streams = found instanceof PDFArray ? found.asArray().map((_, at) => found.lookup(at)) : [found];
    const parts = streams.flatMap((each) => (each instanceof PDFStream ? [this.#unpacked(each)] : []));
    return Buffer.from(
      Buffer.concat(parts.flatMap((part) => [part, NEWLINE]))
        .toString('latin1')
        .trim(),
      'latin1',
    );
  }

  #entry(page: PdfLib.PDFPage, key: string): PdfLib.PDFObject | undefined {
    const name = this.lib.PDFName.of(key);
    return INHERITED.has(key) ? page.node.getInheritableAttribute(name) : page.node.get(name);
  }

  /** Layers that a viewer may switch off are part of what is seen. */
  #layers(document: PdfLib.PDFDocument): PdfLib.PDFObject | undefined {
    return document.catalog.get(this.lib.PDFName.of('OCProperties'));
  }

  #same(left: PdfLib.PDFObject | undefined, right: PdfLib.PDFObject | undefined): boolean {
    const { PDFRef } = this.lib;
    if (left instanceof PDFRef && right instanceof PDFRef) {
      // A pair under way or settled is not walked again: pages point at their parents, fonts at each other.
      const pair = `${left.toString()} ${right.toString()}`;
      if (this.#seen.has(pair)) return true;
      this.#seen.add(pair);
    }
    const [before, after] = [this.left.context.lookup(left), this.right.context.lookup(right)];
    return before === undefined || after === undefined ? before === after : this.#sameValue(before, after);
  }

  #sameValue(left: PdfLib.PDFObject, right: PdfLib.PDFObject): boolean {
    const { PDFArray, PDFDict, PDFStream } = this.lib;
    if (left instanceof PDFStream && right instanceof PDFStream)
      return (
        this.#sameDict(left.dict, right.dict, PACKING) && this.#unpacked(left).equals(this.#unpacked(right))
      );
    if (left instanceof PDFDict && right instanceof PDFDict) return this.#sameDict(left, right, NOT_DRAWN);
    if (left instanceof PDFArray && right instanceof PDFArray) return this.#sameList(left, right);
    return left.constructor === right.constructor && left.toString() === right.toString();
  }

  #sameList(left: PdfLib.PDFArray, right: PdfLib.PDFArray): boolean {
    return (
      left.size() === right.size() && left.asArray().every((item, at) => this.#same(item, right.get(at)))
    );
  }

  #sameDict(left: PdfLib.PDFDict, right: PdfLib.PDFDict, ignored: ReadonlySet<string>): boolean {
    const keys = new Set([...left.keys(), ...right.keys()].map((key) => key.toString()));
    return [...keys]
      .filter((key) => !ignored.has(key))
      .every((key) => {
        const name = this.lib.PDFName.of(key.slice(1));
        return this.#same(left.get(name), right.get(name));
      });
  }

  #unpacked(stream: PdfLib.PDFStream): Buffer {
    if (!(stream instanceof this.lib.PDFRawStream)) return Buffer.from(stream.getContents());
    try {
      return Buffer.from(this.lib.decodePDFRawStream(stream).decode());
    } catch {
      // Pictures keep a packing that pdf-lib does not open: they are compared as they lie there.
      return Buffer.from(stream.getContents());
    }
  }
}

const NEWLINE = Buffer.from('\n');
const PACKING: ReadonlySet<string> = new Set(['/Length', '/Filter', '/DecodeParms']);
/** The way back to the page, which differs by its notes. */
const NOT_DRAWN: ReadonlySet<string> = new Set(['/P', '/Parent', '/StructParent']);
