import { type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const LARGE_END = 0x06064b50;
const LARGE_END_PLACE = 0x07064b50;
/** Names are UTF-8. */
const FLAGS = 0x0800;
const STORED = 0;
const DEFLATED = 8;
const VERSION = 20;
const LARGE_VERSION = 45;
/** 1 January 1980: the same content gives the same bytes. */
const DAY = 0x21;
const SIZES = 0x0001;
/** Room that was kept for sizes and not needed; readers pass over an id that they do not know. */
const UNUSED = 0x4953;
const MOST_32 = 0xffff_ffff;
const MOST_16 = 0xffff;
/** Where crc and sizes stand in a local header. */
const CRC_AT = 14;
const HEAD_BYTES = 30;

export type Pieces = Iterable<string | Uint8Array> | AsyncIterable<string | Uint8Array>;

interface Part {
  readonly name: Buffer;
  readonly offset: number;
  readonly method: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/**
 * Writes parts one after another into an open file; nothing of a part is held but the piece under way. Sizes are filled
 * in when a part has ended. A `large` archive may be over 4 GiB and hold more than 65,535 parts (ZIP64), and so may a
 * part.
 */
export class ZipWriter {
  readonly #parts: Part[] = [];
  #at = 0;

  constructor(
    private readonly file: FileHandle,
    private readonly large = false,
  ) {}

  /** @param stored for what is packed already: a PDF, a .docx, a picture */
  async add(name: string, pieces: Pieces, { stored = false }: { stored?: boolean } = {}): Promise<void> {
    const offset = this.#at;
    const bytes = Buffer.from(name, 'utf8');
    const method = stored ? STORED : DEFLATED;
    const room = this.large ? Buffer.concat([words16([UNUSED, 16]), Buffer.alloc(16)]) : Buffer.alloc(0);
    await this.#put(
      Buffer.concat([
        words32([LOCAL]),
        words16([this.large ? LARGE_VERSION : VERSION, FLAGS, method, 0, DAY]),
        words32([0, 0, 0]),
        words16([bytes.length, room.length]),
        bytes,
        room,
      ]),
    );
    const start = this.#at;
    const tally = { crc: 0, size: 0 };
    const source = counted(pieces, tally);
    for await (const chunk of stored ? source : deflated(source)) await this.#put(chunk);
    const part = { name: bytes, offset, method, ...tally, packed: this.#at - start };
    await this.#fillIn(part);
    this.#parts.push(part);
  }

  async end(): Promise<void> {
    const start = this.#at;
    for (const part of this.#parts) await this.#put(centralEntry(part));
    const size = this.#at - start;
    const count = this.#parts.length;
    if (count >= MOST_16 || start >= MOST_32 || size >= MOST_32) await this.#largeEnd(start, size);
    await this.#put(
      Buffer.concat([
        words32([END]),
        words16([0, 0, Math.min(count, MOST_16), Math.min(count, MOST_16)]),
        words32([Math.min(size, MOST_32), Math.min(start, MOST_32)]),
        words16([0]),
      ]),
    );
  }

  async #largeEnd(start: number, size: number): Promise<void> {
    const at = this.#at;
    const count = this.#parts.length;
    await this.#put(
      Buffer.concat([
        words32([LARGE_END]),
        words64([44]),
        words16([LARGE_VERSION, LARGE_VERSION]),
        words32([0, 0]),
        words64([count, count, size, start]),
        words32([LARGE_END_PLACE, 0]),
        words64([at]),
        words32([1]),
      ]),
    );
  }

  /** What the header of a part could not know when it was written. */
  async #fillIn({ offset, name, crc, packed, size }: Part): Promise<void> {
    const isLarge = size >= MOST_32 || packed >= MOST_32;
    if (isLarge && !this.large) throw new Error('A part over 4 GiB needs a large archive');
    const sizes = isLarge ? [MOST_32, MOST_32] : [packed, size];
    await writeWhole(this.file, words32([crc, ...sizes]), offset + CRC_AT);
    if (!isLarge) return;
    const extra = Buffer.concat([words16([SIZES, 16]), words64([size, packed])]);
    await writeWhole(this.file, extra, offset + HEAD_BYTES + name.length);
  }

  async #put(bytes: Uint8Array): Promise<void> {
    await writeWhole(this.file, bytes, this.#at);
    this.#at += bytes.length;
  }
}

async function* counted(pieces: Pieces, tally: { crc: number; size: number }): AsyncGenerator<Uint8Array> {
  for await (const piece of pieces) {
    const chunk = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
    tally.crc = crc32(chunk, tally.crc);
    tally.size += chunk.length;
    yield chunk;
  }
}

async function* deflated(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  const source = Readable.from(pieces, { objectMode: false });
  const deflate = createDeflateRaw();
  source.once('error', (error) => deflate.destroy(error));
  for await (const chunk of source.pipe(deflate)) yield chunk as Buffer;
}

function centralEntry({ name, offset, method, crc, packed, size }: Part): Buffer {
  const over = [size, packed, offset].filter((value) => value >= MOST_32);
  const extra = over.length === 0 ? Buffer.alloc(0) : sizesExtra(over);
  const version = over.length === 0 ? VERSION : LARGE_VERSION;
  return Buffer.concat([
    words32([CENTRAL]),
    words16([version, version, FLAGS, method, 0, DAY]),
    words32([crc, Math.min(packed, MOST_32), Math.min(size, MOST_32)]),
    words16([name.length, extra.length, 0, 0, 0]),
    words32([0, Math.min(offset, MOST_32)]),
    name,
    extra,
  ]);
}

function sizesExtra(values: readonly number[]): Buffer {
  return Buffer.concat([words16([SIZES, values.length * 8]), words64(values)]);
}

async function writeWhole(file: FileHandle, bytes: Uint8Array, position: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await file.write(bytes, done, bytes.length - done, position + done);
    done += bytesWritten;
  }
}

function words16(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 2);
  values.forEach((value, index) => bytes.writeUInt16LE(value, index * 2));
  return bytes;
}

function words32(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 4);
  values.forEach((value, index) => bytes.writeUInt32LE(value, index * 4));
  return bytes;
}

function words64(values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  values.forEach((value, index) => bytes.writeBigUInt64LE(BigInt(value), index * 8));
  return bytes;
}
