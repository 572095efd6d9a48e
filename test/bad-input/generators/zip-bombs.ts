import { constants, deflateRawSync } from 'node:zlib';

import { docx, docxEntries, type RawEntry, rawZip, wordParagraph, wordPart } from '../../support/bad-files';
import { type BadFile, files, noise, type Recipe, refused } from './bad-file';

const MIB = 1024 * 1024;

/** So many MiB of zeros, already packed: one full flush, written over and over, then an empty last block. */
export function packedZeros(mebibytes: number): Buffer {
  const piece = deflateRawSync(Buffer.alloc(MIB), { finishFlush: constants.Z_FULL_FLUSH });
  const end = deflateRawSync(Buffer.alloc(0));
  return Buffer.concat([...Array.from({ length: mebibytes }, () => piece), end]);
}

const zeros = (name: string, mebibytes: number, rest: Partial<RawEntry> = {}): RawEntry => ({
  name,
  data: '',
  packed: packedZeros(mebibytes),
  declaredSize: Math.min(mebibytes * MIB, 0xfffffffe),
  ...rest,
});
const withDocument = (...entries: RawEntry[]): Buffer => rawZip([...docxEntries(), ...entries]);
const many = (count: number, entry: (n: number) => RawEntry): RawEntry[] =>
  Array.from({ length: count }, (_, n) => entry(n));

/** A ZIP in a ZIP in a ZIP; only the innermost unpacks to much. */
function nested(depth: number): Buffer {
  let inner = rawZip([zeros('0.bin', 20)]);
  for (let level = 1; level < depth; level += 1)
    inner = rawZip(many(4, (n) => ({ name: `${String(level)}-${String(n)}.zip`, data: inner })));
  return inner;
}

/** A ZIP whose one entry is itself, as far as a length that does not change allows: the reader that follows it never ends. */
function quine(): Buffer {
  let inner = rawZip([{ name: 'r/r.zip', data: '', stored: true }]);
  for (let turn = 0; turn < 12; turn += 1) inner = rawZip([{ name: 'r/r.zip', data: inner, stored: true }]);
  return withDocument({ name: 'word/embeddings/r.zip', data: inner, stored: true });
}

/** Fifield's trick: each header quotes the ones after it, so that all share one packed kernel. */
function quotedOverlap(): Buffer {
  const kernel = packedZeros(5);
  return rawZip([
    ...docxEntries(),
    { name: 'word/a.bin', data: '', packed: kernel, declaredSize: 5 * MIB },
    ...many(200, (n) => ({
      name: `word/q${String(n)}.bin`,
      data: '',
      overlapping: true,
      declaredSize: 5 * MIB,
    })),
  ]);
}

/** Text that packs well, yet far below the ratio of a bomb. */
function hugeXml(mebibytes: number): Buffer {
  const lines = Array.from({ length: 4000 }, (_, n) =>
    wordParagraph(`Bước ${((n * 2654435761) >>> 0).toString(36)}${noise(24, n + 1).toString('base64')}`),
  ).join('');
  const times = Math.ceil((mebibytes * MIB) / Buffer.byteLength(lines));
  return docx({ 'word/document.xml': wordPart(lines.repeat(times)) });
}

const RECIPES: readonly Recipe[] = [
  ['60 MiB of zeros in a picture', refused('file.bomb'), () => withDocument(zeros('word/media/a.png', 60))],
  ['199 MiB of zeros in a picture', refused('file.bomb'), () => withDocument(zeros('word/media/a.png', 199))],
  ['1 GiB of zeros in one entry', refused('file.bomb'), () => withDocument(zeros('word/media/a.png', 1024))],
  ['4 GiB of zeros in one entry', refused('file.bomb'), () => withDocument(zeros('word/media/a.png', 4096))],
  [
    '600 MiB over twelve entries',
    refused('file.bomb'),
    () => withDocument(...many(12, (n) => zeros(`word/m${String(n)}.bin`, 50))),
  ],
  [
    'zeros in the document itself',
    refused('file.bomb', 'file.truncated'),
    () => rawZip([...docxEntries().slice(0, 2), zeros('word/document.xml', 100)]),
  ],
  [
    'zeros in the content types',
    refused('file.bomb', 'file.mislabelled'),
    () => rawZip([zeros('[Content_Types].xml', 100), ...docxEntries().slice(1)]),
  ],
  [
    'zeros in the relations',
    refused('file.bomb', 'file.truncated'),
    () => rawZip([docxEntries()[0]!, zeros('_rels/.rels', 100), docxEntries()[2]!]),
  ],
  [
    'blanks in the settings',
    refused('file.bomb', 'file.truncated'),
    () => rawZip([...docxEntries(), zeros('word/settings.xml', 90)]),
  ],
  [
    'declares ten bytes, holds three MiB',
    refused('file.bomb'),
    () => withDocument(zeros('word/x.bin', 3, { declaredSize: 10 })),
  ],
  [
    'declares four GiB, holds one byte',
    refused('file.bomb'),
    () => withDocument({ name: 'word/x.bin', data: 'x', declaredSize: 0xfffffffe }),
  ],
  [
    'declares four GiB in ZIP64',
    refused('file.bomb', 'file.truncated'),
    () => withDocument({ name: 'word/x.bin', data: 'x', zip64: { size: 4n * 1024n ** 3n, packed: 1n } }),
  ],
  [
    'declares 2^63 bytes in ZIP64',
    refused('file.bomb', 'file.truncated'),
    () => withDocument({ name: 'word/x.bin', data: 'x', zip64: { size: 2n ** 63n, packed: 2n ** 62n } }),
  ],
  [
    'packed size beyond the file',
    refused('file.bomb', 'file.truncated'),
    () => withDocument({ name: 'word/x.bin', data: 'x', declaredPacked: 0x7fffffff }),
  ],
  [
    'packed size of nothing',
    refused('file.bomb', 'file.truncated'),
    () => withDocument({ name: 'word/x.bin', data: 'x'.repeat(5000), declaredPacked: 0 }),
  ],
  [
    'a data descriptor that lies',
    refused('file.bomb', 'file.truncated'),
    () =>
      withDocument({
        ...zeros('word/x.bin', 3),
        declaredSize: 5,
        flags: 0x08,
        descriptor: { size: 5, packed: 5 },
      }),
  ],
  [
    'entries on the same bytes',
    refused('file.bomb'),
    () =>
      withDocument(...many(3, (n) => ({ name: `word/${String(n)}.xml`, data: '<a/>', overlapping: true }))),
  ],
  ['200 names for one kernel', refused('file.bomb'), quotedOverlap],
  [
    'three thousand empty entries',
    refused('file.bomb'),
    () => withDocument(...many(3000, (n) => ({ name: `word/${String(n)}.bin`, data: '', stored: true }))),
  ],
  [
    'a hundred thousand entries',
    refused('file.bomb'),
    () => withDocument(...many(100_000, (n) => ({ name: String(n), data: '', stored: true }))),
  ],
  [
    // Readers by the table see three, and so does every reader after the inspection.
    'says 3 entries, holds 3,000',
    'told',
    () =>
      rawZip(
        [...docxEntries(), ...many(3000, (n) => ({ name: `w/${String(n)}`, data: '', stored: true }))],
        3,
      ),
  ],
  [
    'says 65,535 entries, holds 3',
    refused('file.bomb', 'file.truncated'),
    () => rawZip(docxEntries(), 65_534),
  ],
  ['four ZIPs deep', refused('file.mislabelled', 'file.type-unknown'), () => nested(4)],
  ['a ZIP that holds itself', { kept: ['file.embedded-object'] }, quine],
  [
    'a method nobody knows',
    refused('file.truncated'),
    () => withDocument({ name: 'word/x.bin', data: 'xxxx', method: 99 }),
  ],
  ['33 MiB of honest looking text', refused('file.bomb'), () => hugeXml(33)],
  [
    'names of 60 KiB each',
    refused('file.bomb', 'file.package-unsafe', 'file.truncated'),
    () =>
      withDocument(
        ...many(300, (n) => ({ name: `word/${'n'.repeat(60_000)}${String(n)}`, data: '', stored: true })),
      ),
  ],
  [
    'noise instead of packed bytes',
    refused('file.truncated', 'file.bomb'),
    () => withDocument({ name: 'word/x.bin', data: '', packed: noise(50_000), declaredSize: 90_000 }),
  ],
];

/** B-01: what unpacks to more than it says, to more than anybody needs, or never ends. */
export function zipBombs(): BadFile[] {
  return files('B-01', '.docx', RECIPES);
}
