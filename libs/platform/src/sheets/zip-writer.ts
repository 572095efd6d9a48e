import { type FileHandle } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

const LOCAL = 0x04034b50;
const DESCRIPTOR = 0x08074b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
/** Sizes follow the data, and names are UTF-8. */
const FLAGS = 0x0808;
const DEFLATED = 8;
const VERSION = 20;
/** 1 January 1980: the same content gives the same bytes. */
const DAY = 0x21;

interface Part {
  readonly name: Buffer;
  readonly offset: number;
  readonly crc: number;
  readonly packed: number;
  readonly size: number;
}

/** Writes parts one after another into an open file; nothing of a part is held but the piece under way. */
export class ZipWriter {
  readonly #parts: Part[] = [];
  #at = 0;

  constructor(private readonly file: FileHandle) {}

  async add(name: string, pieces: Iterable<string> | AsyncIterable<string>): Promise<void> {
    const offset = this.#at;
    const bytes = Buffer.from(name, 'utf8');
    await this.#put(Buffer.concat([head(LOCAL, [VERSION, FLAGS, DEFLATED, 0, DAY], bytes.length), bytes]));
    const start = this.#at;
    let crc = 0;
    let size = 0;
    const counted = async function* counted(): AsyncGenerator<Buffer> {
      for await (const piece of pieces) {
        const chunk = Buffer.from(piece, 'utf8');
        crc = crc32(chunk, crc);
        size += chunk.length;
        yield chunk;
      }
    };
    const source = Readable.from(counted(), { objectMode: false });
    const deflate = createDeflateRaw();
    source.once('error', (error) => deflate.destroy(error));
    for await (const chunk of source.pipe(deflate)) await this.#put(chunk as Buffer);
    const packed = this.#at - start;
    await this.#put(words32([DESCRIPTOR, crc, packed, size]));
    this.#parts.push({ name: bytes, offset, crc, packed, size });
  }

  async end(): Promise<void> {
    const start = this.#at;
    for (const { name, offset, crc, packed, size } of this.#parts) {
      await this.#put(
        Buffer.concat([
          words32([CENTRAL]),
          words16([VERSION, VERSION, FLAGS, DEFLATED, 0, DAY]),
          words32([crc, packed, size]),
          words16([name.length, 0, 0, 0, 0]),
          words32([0, offset]),
          name,
        ]),
      );
    }
    const count = this.#parts.length;
    await this.#put(
      Buffer.concat([
        words32([END]),
        words16([0, 0, count, count]),
        words32([this.#at - start, start]),
        words16([0]),
      ]),
    );
  }

  async #put(bytes: Buffer): Promise<void> {
    await this.file.write(bytes);
    this.#at += bytes.length;
  }
}

function head(signature: number, words: readonly number[], nameLength: number): Buffer {
  return Buffer.concat([words32([signature]), words16(words), words32([0, 0, 0]), words16([nameLength, 0])]);
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
