import { createHash } from 'node:crypto';
import { mkdir, open } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { type Pieces, type ZipWriter } from '@app/platform/zip';

export interface ArchiveEntry {
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

interface AddOptions {
  /** What is packed already is not packed again. */
  readonly stored?: boolean;
}

/** Where an archive goes. Each entry is hashed and counted on its way. */
export abstract class ArchiveSink {
  readonly entries: ArchiveEntry[] = [];
  readonly #taken = new Set<string>();

  async add(path: string, pieces: Pieces, options: AddOptions = {}): Promise<ArchiveEntry> {
    const free = this.#freePath(path);
    const tally = { hash: createHash('sha256'), size: 0 };
    async function* counted(): AsyncGenerator<Uint8Array> {
      for await (const piece of pieces) {
        const chunk = typeof piece === 'string' ? Buffer.from(piece, 'utf8') : piece;
        tally.hash.update(chunk);
        tally.size += chunk.length;
        yield chunk;
      }
    }
    await this.put(free, counted(), options);
    const entry = { path: free, size: tally.size, sha256: tally.hash.digest('hex') };
    this.entries.push(entry);
    return entry;
  }

  protected abstract put(path: string, pieces: AsyncIterable<Uint8Array>, options: AddOptions): Promise<void>;

  /** Two names that differ in case only are one on many disks. */
  #freePath(path: string): string {
    let free = path;
    for (let turn = 2; this.#taken.has(free.toLowerCase()); turn += 1) {
      free = path.replace(/(\.[^./]*)?$/, ` (${String(turn)})$1`);
    }
    this.#taken.add(free.toLowerCase());
    return free;
  }
}

export class ZipSink extends ArchiveSink {
  constructor(private readonly zip: ZipWriter) {
    super();
  }

  protected override put(
    path: string,
    pieces: AsyncIterable<Uint8Array>,
    { stored = false }: AddOptions,
  ): Promise<void> {
    return this.zip.add(path, pieces, { stored });
  }
}

export class FolderSink extends ArchiveSink {
  constructor(private readonly root: string) {
    super();
  }

  protected override async put(path: string, pieces: AsyncIterable<Uint8Array>): Promise<void> {
    const target = join(this.root, path);
    await mkdir(dirname(target), { recursive: true });
    const file = await open(target, 'wx');
    try {
      for await (const piece of pieces) await file.appendFile(piece);
    } finally {
      await file.close();
    }
  }
}
