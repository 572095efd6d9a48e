const HEADER = 12;
const RECORD = 16;
/** Of the field `indexToLocFormat` in the table `head`. */
const LOCA_FORMAT = 50;

interface Table {
  readonly tag: string;
  readonly bytes: Buffer;
}

/**
 * The same TrueType font with every outline beginning at a multiple of four. fontkit's subset halves the offsets of
 * outlines without padding them, so from a font with outlines of odd length (Tinos) it loses most letters.
 */
export function alignedFont(font: Uint8Array): Buffer {
  const source = Buffer.from(font);
  const tables = tablesOf(source);
  const { glyf, loca } = realigned(tables);
  const head = Buffer.from(table(tables, 'head'));
  head.writeInt16BE(1, LOCA_FORMAT);
  const changed: Readonly<Record<string, Buffer>> = { glyf, loca, head };
  return assembled(
    source.subarray(0, HEADER),
    tables.map(({ tag, bytes }) => ({ tag, bytes: changed[tag] ?? bytes })),
  );
}

function tablesOf(font: Buffer): Table[] {
  return Array.from({ length: font.readUInt16BE(4) }, (_, index) => {
    const at = HEADER + index * RECORD;
    const [offset, length] = [font.readUInt32BE(at + 8), font.readUInt32BE(at + 12)];
    return { tag: font.toString('latin1', at, at + 4), bytes: font.subarray(offset, offset + length) };
  });
}

function table(tables: readonly Table[], wanted: string): Buffer {
  const found = tables.find(({ tag }) => tag === wanted);
  if (!found) throw new Error(`the font has no table ${wanted}`);
  return found.bytes;
}

function realigned(tables: readonly Table[]): { glyf: Buffer; loca: Buffer } {
  const [outlines, offsets] = [table(tables, 'glyf'), table(tables, 'loca')];
  const count = table(tables, 'maxp').readUInt16BE(4);
  const isLong = table(tables, 'head').readInt16BE(LOCA_FORMAT) === 1;
  const offsetOf = (glyph: number): number =>
    isLong ? offsets.readUInt32BE(4 * glyph) : 2 * offsets.readUInt16BE(2 * glyph);
  const loca = Buffer.alloc(4 * (count + 1));
  const padded: Buffer[] = [];
  let end = 0;
  for (let glyph = 0; glyph < count; glyph += 1) {
    const outline = padToFour(outlines.subarray(offsetOf(glyph), offsetOf(glyph + 1)));
    padded.push(outline);
    end += outline.length;
    loca.writeUInt32BE(end, 4 * (glyph + 1));
  }
  return { glyf: Buffer.concat(padded), loca };
}

/** Checksums are left as they were: nothing that reads this font in memory looks at them. */
function assembled(header: Buffer, tables: readonly Table[]): Buffer {
  const directory = Buffer.alloc(RECORD * tables.length);
  let offset = HEADER + directory.length;
  const bodies = tables.map(({ tag, bytes }, index) => {
    const body = padToFour(bytes);
    directory.write(tag, index * RECORD, 'latin1');
    directory.writeUInt32BE(offset, index * RECORD + 8);
    directory.writeUInt32BE(bytes.length, index * RECORD + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([header, directory, ...bodies]);
}

function padToFour(bytes: Buffer): Buffer {
  const missing = (4 - (bytes.length % 4)) % 4;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}
