const HEADER = 12;
const RECORD = 16;
/** Flags of a component of a composed outline, after the OpenType table `glyf`. */
const WORDS = 0x0001;
const SCALE = 0x0008;
const MORE = 0x0020;
const TWO_SCALES = 0x0040;
const MATRIX = 0x0080;

/** Tables that a font inside a PDF needs beside those made anew. */
const KEPT = ['cvt ', 'fpgm', 'prep'];

/**
 * A TrueType font, read as far as a line of Vietnamese needs it: which outline a letter has, how wide it is, and a font
 * file of some outlines. A font engine also places marks and kerns, which letters in NFC do not need and which took most
 * of the time of a stamped copy.
 */
export class TrueTypeFace {
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;
  readonly box: readonly number[];
  readonly #tables: ReadonlyMap<string, Buffer>;
  readonly #glyphOf: ReadonlyMap<number, number>;

  constructor(font: Uint8Array) {
    this.#tables = tablesOf(Buffer.from(font));
    const [head, hhea] = [this.#table('head'), this.#table('hhea')];
    this.unitsPerEm = head.readUInt16BE(18);
    this.box = [36, 38, 40, 42].map((at) => this.thousandths(head.readInt16BE(at)));
    this.ascent = this.thousandths(hhea.readInt16BE(4));
    this.descent = this.thousandths(hhea.readInt16BE(6));
    this.#glyphOf = charactersOf(this.#table('cmap'));
  }

  thousandths(units: number): number {
    return Math.round((units * 1000) / this.unitsPerEm);
  }

  /** The outline of a character; 0, the empty box, for one that the font lacks. */
  glyphOf(character: number): number {
    return this.#glyphOf.get(character) ?? 0;
  }

  /** In units of the font. */
  widthOf(glyph: number): number {
    const long = this.#table('hhea').readUInt16BE(34);
    return this.#table('hmtx').readUInt16BE(4 * Math.min(glyph, long - 1));
  }

  /** A font file of these outlines alone, renumbered in this order; the first must be 0. Parts of composed ones follow. */
  subset(glyphs: readonly number[]): Buffer {
    const kept = [...glyphs];
    const outlines: Buffer[] = [];
    for (const glyph of kept) outlines.push(padToFour(renumbered(this.#outline(glyph), kept)));
    const loca = Buffer.alloc(4 * (kept.length + 1));
    let end = 0;
    for (const [index, outline] of outlines.entries()) {
      end += outline.length;
      loca.writeUInt32BE(end, 4 * (index + 1));
    }
    return assembled([
      ...KEPT.flatMap((tag): Table[] => {
        const bytes = this.#tables.get(tag);
        return bytes ? [[tag, bytes]] : [];
      }),
      ['glyf', Buffer.concat(outlines)],
      ['head', changed(this.#table('head'), 50, 1)],
      ['hhea', changed(this.#table('hhea'), 34, kept.length)],
      ['hmtx', this.#metrics(kept)],
      ['loca', loca],
      ['maxp', changed(this.#table('maxp'), 4, kept.length)],
    ]);
  }

  #outline(glyph: number): Buffer {
    const [outlines, offsets] = [this.#table('glyf'), this.#table('loca')];
    const isLong = this.#table('head').readInt16BE(50) === 1;
    const at = (index: number): number =>
      isLong ? offsets.readUInt32BE(4 * index) : 2 * offsets.readUInt16BE(2 * index);
    return Buffer.from(outlines.subarray(at(glyph), at(glyph + 1)));
  }

  #metrics(glyphs: readonly number[]): Buffer {
    const [hmtx, long] = [this.#table('hmtx'), this.#table('hhea').readUInt16BE(34)];
    const metrics = Buffer.alloc(4 * glyphs.length);
    for (const [index, glyph] of glyphs.entries()) {
      metrics.writeUInt16BE(this.widthOf(glyph), 4 * index);
      const bearing = glyph < long ? 4 * glyph + 2 : 4 * long + 2 * (glyph - long);
      metrics.writeInt16BE(hmtx.readInt16BE(bearing), 4 * index + 2);
    }
    return metrics;
  }

  #table(tag: string): Buffer {
    const found = this.#tables.get(tag);
    if (!found) throw new Error(`the font has no table ${tag}`);
    return found;
  }
}

type Table = readonly [tag: string, bytes: Buffer];

function tablesOf(font: Buffer): Map<string, Buffer> {
  return new Map(
    Array.from({ length: font.readUInt16BE(4) }, (_, index): Table => {
      const at = HEADER + index * RECORD;
      const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
      return [font.toString('latin1', at, at + 4), font.subarray(offset, offset + length)];
    }),
  );
}

/** Of the sub-table for the first plane of Unicode (format 4), where all letters of Vietnamese are. */
function charactersOf(cmap: Buffer): Map<number, number> {
  const found = new Map<number, number>();
  for (let index = 0; index < cmap.readUInt16BE(2); index += 1) {
    const map = cmap.subarray(cmap.readUInt32BE(4 + 8 * index + 4));
    if (map.readUInt16BE(0) !== 4) continue;
    const segments = map.readUInt16BE(6);
    for (let at = 0; at < segments; at += 2) {
      const [end, start] = [map.readUInt16BE(14 + at), map.readUInt16BE(16 + segments + at)];
      const [delta, range] = [map.readUInt16BE(16 + 2 * segments + at), 16 + 3 * segments + at];
      const offset = map.readUInt16BE(range);
      for (let character = start; character <= end && character < 0xffff; character += 1) {
        const glyph = offset === 0 ? character : map.readUInt16BE(range + offset + 2 * (character - start));
        if (offset === 0 || glyph !== 0) found.set(character, (glyph + delta) & 0xffff);
      }
    }
  }
  return found;
}

/** A composed outline (ế of e, ^ and ´) names its parts by number: each gets the number it has in the new font. */
function renumbered(outline: Buffer, kept: number[]): Buffer {
  if (outline.length < 10 || outline.readInt16BE(0) >= 0) return outline;
  let at = 10;
  for (let flags = MORE; flags & MORE;) {
    flags = outline.readUInt16BE(at);
    const part = outline.readUInt16BE(at + 2);
    if (!kept.includes(part)) kept.push(part);
    outline.writeUInt16BE(kept.indexOf(part), at + 2);
    at += 4 + (flags & WORDS ? 4 : 2) + scaleBytes(flags);
  }
  return outline;
}

function scaleBytes(flags: number): number {
  if (flags & SCALE) return 2;
  if (flags & TWO_SCALES) return 4;
  return flags & MATRIX ? 8 : 0;
}

function changed(table: Buffer, at: number, value: number): Buffer {
  const copy = Buffer.from(table);
  copy.writeUInt16BE(value, at);
  return copy;
}

function assembled(tables: readonly Table[]): Buffer {
  const log = Math.floor(Math.log2(tables.length));
  const directory = Buffer.alloc(HEADER + RECORD * tables.length);
  directory.writeUInt32BE(0x0001_0000, 0);
  directory.writeUInt16BE(tables.length, 4);
  directory.writeUInt16BE(RECORD * 2 ** log, 6);
  directory.writeUInt16BE(log, 8);
  directory.writeUInt16BE(RECORD * (tables.length - 2 ** log), 10);
  let offset = directory.length;
  const bodies = tables.map(([tag, bytes], index) => {
    const body = padToFour(bytes);
    const at = HEADER + index * RECORD;
    directory.write(tag, at, 'latin1');
    directory.writeUInt32BE(checksum(body), at + 4);
    directory.writeUInt32BE(offset, at + 8);
    directory.writeUInt32BE(bytes.length, at + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([directory, ...bodies]);
}

function checksum(padded: Buffer): number {
  let sum = 0;
  for (let at = 0; at < padded.length; at += 4) sum = (sum + padded.readUInt32BE(at)) >>> 0;
  return sum;
}

function padToFour(bytes: Buffer): Buffer {
  const missing = (4 - (bytes.length % 4)) % 4;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}
