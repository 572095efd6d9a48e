import { crc32, deflateRawSync } from 'node:zlib';

import CFB from 'cfb';
import { PDFDocument, PDFName, PDFString } from 'pdf-lib';

/** One entry of a hand-made ZIP; what the headers say may differ from what is there. */
export interface RawEntry {
  readonly name: string;
  readonly data: Buffer | string;
  readonly stored?: boolean;
  readonly declaredSize?: number;
  readonly declaredPacked?: number;
  readonly attributes?: number;
  readonly flags?: number;
  /** Written as they are, in place of packing `data`. */
  readonly packed?: Buffer;
  readonly method?: number;
  /** Written after the packed bytes, as streaming writers do. */
  readonly descriptor?: { readonly size: number; readonly packed: number };
  /** Sizes in the field for files of more than 4 GiB; the headers refer to it. */
  readonly zip64?: { readonly size: bigint; readonly packed: bigint };
  /** Points to the local header of the entry before, so that both share its bytes. */
  readonly overlapping?: boolean;
}

/** Writes a ZIP byte by byte, with lies where asked. */
export function rawZip(entries: readonly RawEntry[], declaredEntries = entries.length): Buffer {
  const locals: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  let lastOffset = 0;
  for (const entry of entries) {
    const data = Buffer.from(entry.data);
    const packed = entry.packed ?? (entry.stored ? data : deflateRawSync(data));
    const sizes = { size: entry.declaredSize ?? data.length, packed: entry.declaredPacked ?? packed.length };
    const header = headerOf(entry, data, sizes);
    const place = entry.overlapping ? lastOffset : offset;
    if (!entry.overlapping) {
      const local = [
        Buffer.from('PK\x03\x04', 'latin1'),
        header,
        Buffer.from(entry.name),
        extraOf(entry),
        packed,
        descriptorOf(entry),
      ];
      locals.push(...local);
      lastOffset = offset;
      offset += local.reduce((sum, { length }) => sum + length, 0);
    }
    central.push(centralOf(entry, header, place));
  }
  const directory = Buffer.concat(central);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(declaredEntries & 0xffff, 8);
  end.writeUInt16LE(declaredEntries & 0xffff, 10);
  end.writeUInt32LE(directory.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...locals, directory, end]);
}

function headerOf(entry: RawEntry, data: Buffer, sizes: { size: number; packed: number }): Buffer {
  const header = Buffer.alloc(26);
  header.writeUInt16LE(20, 0);
  header.writeUInt16LE(entry.flags ?? 0, 2);
  header.writeUInt16LE(entry.method ?? (entry.stored ? 0 : 8), 4);
  header.writeUInt32LE(crc32(data), 10);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : sizes.packed, 14);
  header.writeUInt32LE(entry.zip64 ? 0xffffffff : sizes.size, 18);
  header.writeUInt16LE(Buffer.byteLength(entry.name), 22);
  header.writeUInt16LE(extraOf(entry).length, 24);
  return header;
}

function extraOf({ zip64 }: RawEntry): Buffer {
  if (!zip64) return Buffer.alloc(0);
  const extra = Buffer.alloc(20);
  extra.writeUInt16LE(1, 0);
  extra.writeUInt16LE(16, 2);
  extra.writeBigUInt64LE(zip64.size, 4);
  extra.writeBigUInt64LE(zip64.packed, 12);
  return extra;
}

function descriptorOf({ descriptor }: RawEntry): Buffer {
  if (!descriptor) return Buffer.alloc(0);
  const bytes = Buffer.alloc(16);
  bytes.write('PK\x07\x08', 'latin1');
  bytes.writeUInt32LE(descriptor.packed, 8);
  bytes.writeUInt32LE(descriptor.size, 12);
  return bytes;
}

function centralOf(entry: RawEntry, header: Buffer, place: number): Buffer {
  const tail = Buffer.alloc(14);
  tail.writeUInt32LE((entry.attributes ?? 0) >>> 0, 6);
  tail.writeUInt32LE(place, 10);
  return Buffer.concat([
    Buffer.from('PK\x01\x02\x14\x03', 'latin1'),
    header,
    tail,
    Buffer.from(entry.name),
    extraOf(entry),
  ]);
}

const W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';
const R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** Relationships part with one entry per line of `[type, target, external?]`. */
export function relationships(
  ...rows: readonly (readonly [type: string, target: string, external?: boolean])[]
): string {
  const items = rows.map(
    ([type, target, external], index) =>
      `<Relationship Id="rId${index + 1}" Type="${REL}/${type}" Target="${target}"${external ? ' TargetMode="External"' : ''}/>`,
  );
  return `<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${items.join('')}</Relationships>`;
}

/** A WordprocessingML part around the given body. */
export function wordPart(
  body: string,
  root: 'document' | 'hdr' | 'ftr' | 'settings' | 'footnotes' = 'document',
): string {
  const inner = root === 'document' ? `<w:body>${body}</w:body>` : body;
  return `<?xml version="1.0" encoding="UTF-8"?><w:${root} ${W} ${R} xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006">${inner}</w:${root}>`;
}

export function wordParagraph(text: string): string {
  return `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
}

const WORD_TYPE = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

/** The parts of a small honest .docx; more parts, or the same names with other contents, may be given. */
export function docxEntries(parts: Readonly<Record<string, string | Buffer>> = {}): RawEntry[] {
  const all: Record<string, string | Buffer> = {
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="${WORD_TYPE}"/></Types>`,
    '_rels/.rels': relationships(['officeDocument', 'word/document.xml']),
    'word/document.xml': wordPart(wordParagraph('Quy trình')),
    ...parts,
  };
  return Object.entries(all).map(([name, data]) => ({ name, data }));
}

export function docx(parts: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return rawZip(docxEntries(parts));
}

/** An old Word container with the given streams beside a plausible WordDocument. */
export function oleDoc(streams: Readonly<Record<string, Buffer>> = {}, fibFlags = 0): Buffer {
  const file = CFB.utils.cfb_new();
  const word = Buffer.alloc(8192, 0x20);
  word.writeUInt16LE(0xa5ec, 0);
  word.writeUInt16LE(fibFlags, 0x0a);
  const all: Record<string, Buffer> = { '/WordDocument': word, '/1Table': Buffer.alloc(5000, 1), ...streams };
  for (const [name, data] of Object.entries(all)) CFB.utils.cfb_add(file, name, data);
  return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
}

/** A one-page PDF; `change` may plant things in it. */
export async function pdf(
  change: (document: PDFDocument) => void = () => undefined,
  plain = false,
): Promise<Buffer> {
  const document = await PDFDocument.create();
  document.addPage([595, 842]).drawText('Quy trinh', { x: 50, y: 800, size: 12 });
  change(document);
  return Buffer.from(await document.save({ useObjectStreams: !plain }));
}

/** Adds an action of the given kind that runs when the document is opened. */
export function openAction(kind: string): (document: PDFDocument) => void {
  return (document) => {
    const action = document.context.obj({ S: PDFName.of(kind), JS: PDFString.of('app.alert(1)') });
    if (kind !== 'JavaScript') action.delete(PDFName.of('JS'));
    document.catalog.set(PDFName.of('OpenAction'), document.context.register(action));
  };
}
