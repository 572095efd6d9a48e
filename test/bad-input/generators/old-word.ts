import CFB from 'cfb';

import { oleDoc } from '../../support/bad-files';
import { type BadFile, files, kept, type Recipe, refused } from './bad-file';

const TORN = refused('file.truncated');
const FAT_START = 0x4c;

const changed = (change: (bytes: Buffer) => void, streams: Record<string, Buffer> = {}): Buffer => {
  const bytes = oleDoc(streams);
  change(bytes);
  return bytes;
};
/** Place of the FAT, and of the first sector of the directory in it. */
const fatOf = (bytes: Buffer): number => (bytes.readUInt32LE(FAT_START) + 1) * 512;
const directoryOf = (bytes: Buffer): number => (bytes.readUInt32LE(0x30) + 1) * 512;

/** Every stream of the directory begins where the longest one does and says it is as long. */
function sharedSectors(streams: number): Buffer {
  const many = Object.fromEntries(
    Array.from({ length: streams }, (_, n) => [`/s${String(n)}`, Buffer.alloc(n === 0 ? 400_000 : 4096)]),
  );
  const bytes = oleDoc(many);
  const entries: number[] = [];
  for (let at = 512; at + 128 <= bytes.length; at += 128) {
    const length = bytes.readUInt16LE(at + 0x40);
    if (bytes[at + 0x42] === 2 && length > 4 && length <= 64 && bytes.toString('utf16le', at, at + 2) === 's')
      entries.push(at);
  }
  const longest = entries.find((at) => bytes.readUInt32LE(at + 0x78) === 400_000) ?? 0;
  for (const at of entries) bytes.copy(bytes, at + 0x74, longest + 0x74, longest + 0x7c);
  return bytes;
}

/** A DDE link as a field; 8-bit text or 16-bit. */
const dde = (encoding: 'latin1' | 'utf16le'): Buffer =>
  Buffer.concat([
    Buffer.alloc(600),
    Buffer.from('\x13 DDEAUTO cmd "/c calc" \x15', encoding),
    Buffer.alloc(5000),
  ]);

const RECIPES: readonly Recipe[] = [
  ['VBA', refused('file.macro'), () => oleDoc({ '/Macros/VBA/dir': Buffer.alloc(10) })],
  ['VBA in capitals', refused('file.macro'), () => oleDoc({ '/MACROS/vba/DIR': Buffer.alloc(10) })],
  [
    'a project of VBA',
    refused('file.macro'),
    () => oleDoc({ '/_VBA_PROJECT_CUR/VBA/_VBA_PROJECT': Buffer.alloc(10) }),
  ],
  ['a password', refused('file.encrypted'), () => oleDoc({}, 0x0100)],
  [
    'an encrypted package',
    refused('file.encrypted', 'file.mislabelled'),
    () => oleDoc({ '/EncryptedPackage': Buffer.alloc(9), '/EncryptionInfo': Buffer.alloc(9) }),
  ],
  ['DDE in 8 bits', refused('file.active-content'), () => oleDoc({ '/WordDocument': dde('latin1') })],
  ['DDE in 16 bits', refused('file.active-content'), () => oleDoc({ '/WordDocument': dde('utf16le') })],
  [
    'an OLE package',
    kept('file.embedded-object'),
    () => oleDoc({ '/ObjectPool/_1/\x01Ole10Native': Buffer.alloc(10) }),
  ],
  [
    'sectors in a circle',
    TORN,
    () =>
      changed((bytes) => {
        const start = bytes.readUInt32LE(0x30);
        bytes.writeUInt32LE(start, fatOf(bytes) + start * 4);
      }),
  ],
  [
    'a stream in a circle',
    TORN,
    () =>
      changed((bytes) => {
        for (let at = 0; at < 40; at += 4) bytes.writeUInt32LE(1, fatOf(bytes) + at);
      }),
  ],
  ['a FAT of 2^31 sectors', TORN, () => changed((bytes) => bytes.writeUInt32LE(0x7fffffff, 0x2c))],
  [
    'a chain of FAT sectors in a circle',
    TORN,
    () =>
      changed((bytes) => {
        bytes.writeUInt32LE(0, 0x44);
        bytes.writeUInt32LE(0xffff, 0x48);
        bytes.writeUInt32LE(0, 512 + 508);
      }),
  ],
  [
    'a FAT sector outside the file',
    TORN,
    () => changed((bytes) => bytes.writeUInt32LE(0x00ffffff, FAT_START)),
  ],
  ['a directory outside the file', TORN, () => changed((bytes) => bytes.writeUInt32LE(0x00ffffff, 0x30))],
  ['a sector shift of 31', TORN, () => changed((bytes) => bytes.writeUInt16LE(31, 0x1e))],
  ['a sector shift of 0', TORN, () => changed((bytes) => bytes.writeUInt16LE(0, 0x1e))],
  ['a cutoff of 0', 'told', () => changed((bytes) => bytes.writeUInt32LE(0, 0x38))],
  ['a cutoff of 2^32 - 1', 'told', () => changed((bytes) => bytes.writeUInt32LE(0xffffffff, 0x38))],
  [
    'a stream of 4 GiB',
    TORN,
    () =>
      changed((bytes) => {
        for (let at = directoryOf(bytes) + 128; at < directoryOf(bytes) + 512; at += 128)
          bytes.writeUInt32LE(0xffffffff, at + 0x78);
      }),
  ],
  ['300 streams on the same 400 kB', TORN, () => sharedSectors(300)],
  [
    'a name of 65,535 bytes',
    'told',
    () => changed((bytes) => bytes.writeUInt16LE(0xffff, directoryOf(bytes) + 128 + 0x40)),
  ],
  [
    'no streams',
    refused('file.mislabelled', 'file.truncated', 'file.type-unknown'),
    () => Buffer.from(CFB.write(CFB.utils.cfb_new(), { type: 'buffer' }) as Buffer),
  ],
  [
    'a workbook',
    refused('file.mislabelled'),
    () => {
      const file = CFB.utils.cfb_new();
      CFB.utils.cfb_add(file, '/Workbook', Buffer.alloc(9000));
      return Buffer.from(CFB.write(file, { type: 'buffer' }) as Buffer);
    },
  ],
  ['only a header', TORN, () => oleDoc().subarray(0, 512)],
  ['only a signature', TORN, () => oleDoc().subarray(0, 8)],
  ['a FIB of 0xFF', 'told', () => oleDoc({ '/WordDocument': Buffer.alloc(8192, 0xff) })],
  ['a FIB of 3 bytes', 'told', () => oleDoc({ '/WordDocument': Buffer.alloc(3) })],
  ['a header of 0xFF', TORN, () => changed((bytes) => bytes.fill(0xff, 8, 512))],
  ['a header of zeros', TORN, () => changed((bytes) => bytes.fill(0, 8, 512))],
  ...Array.from({ length: 19 }, (_, n): Recipe => {
    const share = (n + 1) * 5;
    return [
      `cut at ${String(share)} percent`,
      TORN,
      () => {
        const whole = oleDoc({ '/Data': Buffer.alloc(20_000, 7) });
        return whole.subarray(0, Math.floor((whole.length * share) / 100));
      },
    ];
  }),
];

/** B-03: the old binary Word, with its own file system inside. */
export function oldWord(): BadFile[] {
  return files('B-03', '.doc', RECIPES);
}
