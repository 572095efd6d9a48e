import { createHash } from 'node:crypto';
import { Transform } from 'node:stream';

/** Lets bytes through while hashing and counting them; lines too, which are the rows of a COPY. */
export class Digest extends Transform {
  readonly #hash = createHash('sha256');
  #size = 0;
  #lines = 0;

  override _transform(chunk: Buffer, _: BufferEncoding, done: (error: null, chunk: Buffer) => void): void {
    this.#hash.update(chunk);
    this.#size += chunk.length;
    for (let at = chunk.indexOf(10); at !== -1; at = chunk.indexOf(10, at + 1)) this.#lines += 1;
    done(null, chunk);
  }

  /** Once, after the end. */
  result(): { sha256: string; size: number; lines: number } {
    return { sha256: this.#hash.digest('hex'), size: this.#size, lines: this.#lines };
  }
}
