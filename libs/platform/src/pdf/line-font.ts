import { readFile } from 'node:fs/promises';
import { deflateSync } from 'node:zlib';
import type * as PdfLib from 'pdf-lib';
import { type PdfLibrary } from './pdf-kit';
import { TrueTypeFace } from './true-type-face';

interface Faces {
  readonly regular: TrueTypeFace;
  readonly bold: TrueTypeFace;
}

let loading: Promise<Faces> | undefined;

/** Tinos, read once per process. */
function faces(): Promise<Faces> {
  loading ??= Promise.all([
    readFile(require.resolve('@expo-google-fonts/tinos/400Regular/Tinos_400Regular.ttf')),
    readFile(require.resolve('@expo-google-fonts/tinos/700Bold/Tinos_700Bold.ttf')),
  ]).then(([regular, bold]) => ({ regular: new TrueTypeFace(regular), bold: new TrueTypeFace(bold) }));
  return loading;
}

/** A font of one document: letters get numbers as they are written, and `finish` puts exactly these into the file. */
export class LineFont {
  readonly ref: PdfLib.PDFRef;
  readonly #numbers = new Map<number, number>([[0, 0]]);
  readonly #letters = new Map<number, string>();

  constructor(
    private readonly lib: PdfLibrary,
    private readonly context: PdfLib.PDFContext,
    private readonly kind: { readonly face: TrueTypeFace; readonly name: string },
  ) {
    this.ref = context.nextRef();
  }

  widthOfTextAtSize(text: string, size: number): number {
    let width = 0;
    for (const letter of text)
      width += this.kind.face.widthOf(this.kind.face.glyphOf(letter.codePointAt(0) ?? 0));
    return (width * size) / this.kind.face.unitsPerEm;
  }

  encodeText(text: string): PdfLib.PDFHexString {
    return this.lib.PDFHexString.of(Array.from(text, (letter) => hex(this.#numberOf(letter))).join(''));
  }

  /** Writes the font; to be called when all is drawn. */
  finish(): void {
    const { context } = this;
    const { face, name } = this.kind;
    const glyphs = [...this.#numbers.keys()];
    const file = face.subset(glyphs);
    const descriptor = context.register(
      context.obj({
        Type: 'FontDescriptor',
        FontName: name,
        Flags: 4,
        FontBBox: [...face.box],
        ItalicAngle: 0,
        Ascent: face.ascent,
        Descent: face.descent,
        CapHeight: face.ascent,
        StemV: 80,
        FontFile2: this.#stream(file, { Length1: file.length }),
      }),
    );
    const drawn = context.register(
      context.obj({
        Type: 'Font',
        Subtype: 'CIDFontType2',
        BaseFont: name,
        CIDToGIDMap: 'Identity',
        CIDSystemInfo: {
          Registry: this.lib.PDFString.of('Adobe'),
          Ordering: this.lib.PDFString.of('Identity'),
          Supplement: 0,
        },
        FontDescriptor: descriptor,
        W: [0, glyphs.map((glyph) => face.thousandths(face.widthOf(glyph)))],
      }),
    );
    context.assign(
      this.ref,
      context.obj({
        Type: 'Font',
        Subtype: 'Type0',
        BaseFont: name,
        Encoding: 'Identity-H',
        DescendantFonts: [drawn],
        ToUnicode: this.#stream(Buffer.from(this.#toUnicode(), 'latin1')),
      }),
    );
  }

  #numberOf(letter: string): number {
    const glyph = this.kind.face.glyphOf(letter.codePointAt(0) ?? 0);
    const known = this.#numbers.get(glyph);
    if (known !== undefined) return known;
    const number = this.#numbers.size;
    this.#numbers.set(glyph, number);
    this.#letters.set(number, letter);
    return number;
  }

  #stream(bytes: Uint8Array, entries: Record<string, number> = {}): PdfLib.PDFRef {
    const packed = deflateSync(bytes);
    const dict = this.context.obj({ ...entries, Filter: 'FlateDecode', Length: packed.length });
    return this.context.register(this.lib.PDFRawStream.of(dict, packed));
  }

  /** So that what is drawn can be found and copied as text. */
  #toUnicode(): string {
    const pairs = Array.from(
      this.#letters,
      ([number, letter]) => `<${hex(number)}> <${Buffer.from(letter, 'utf16le').swap16().toString('hex')}>`,
    );
    const blocks = Array.from({ length: Math.ceil(pairs.length / 100) }, (_, block) =>
      pairs.slice(100 * block, 100 * (block + 1)),
    ).map((block) => `${block.length} beginbfchar\n${block.join('\n')}\nendbfchar`);
    return [
      '/CIDInit /ProcSet findresource begin 12 dict begin begincmap',
      '/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def',
      '/CMapName /Adobe-Identity-UCS def /CMapType 2 def',
      '1 begincodespacerange <0000> <ffff> endcodespacerange',
      ...blocks,
      'endcmap CMapName currentdict /CMap defineresource pop end end',
    ].join('\n');
  }
}

export interface LineFonts {
  readonly regular: LineFont;
  readonly bold: LineFont;
  /** Writes both; to be called when all is drawn. */
  finish(): void;
}

export async function lineFonts(lib: PdfLibrary, { context }: PdfLib.PDFDocument): Promise<LineFonts> {
  const read = await faces();
  const regular = new LineFont(lib, context, { face: read.regular, name: 'TNSREG+Tinos' });
  const bold = new LineFont(lib, context, { face: read.bold, name: 'TNSBLD+Tinos-Bold' });
  return {
    regular,
    bold,
    finish: () => {
      regular.finish();
      bold.finish();
    },
  };
}

function hex(number: number): string {
  return number.toString(16).padStart(4, '0');
}
