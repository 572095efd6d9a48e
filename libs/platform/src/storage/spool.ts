import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { FileTooLarge, InvalidFileReference, isFileSystemFault, StorageUnavailable } from './storage-errors';
import { isUploadId, type TempUpload } from './stored-file';

export interface ReceiveOptions {
  readonly limitBytes: number;
  readonly signal?: AbortSignal;
}

type Landed = Pick<TempUpload, 'size' | 'sha256'>;

/** Where a stream lands first: hashed and counted on the way, synced, and gone again if anything fails. */
export class Spool {
  constructor(readonly folder: string) {}

  async prepare(): Promise<void> {
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
  }

  async receive(source: Readable, { limitBytes, signal }: ReceiveOptions): Promise<TempUpload> {
    const id = randomUUID();
    const path = this.pathOf(id);
    source.on('error', noop); // a sender may break off before the file is open; the pipeline still hears of it
    try {
      const handle = await open(path, 'wx', 0o600);
      try {
        const landed = await land(source, handle, { limitBytes, ...(signal ? { signal } : {}) });
        await handle.sync();
        return { id, path, ...landed };
      } finally {
        await handle.close();
      }
    } catch (error) {
      source.destroy();
      await rm(path, { force: true });
      throw isFileSystemFault(error) ? new StorageUnavailable(error) : error;
    }
  }

  /** The path comes from the id alone, never from what a caller hands in. */
  pathOf(id: string): string {
    if (!isUploadId(id)) throw new InvalidFileReference('upload');
    return join(this.folder, id);
  }

  async discard(id: string): Promise<void> {
    await rm(this.pathOf(id), { force: true });
  }

  /** Removes what a crash left behind; answers how many. */
  async sweep(olderThan: Date): Promise<number> {
    let removed = 0;
    for (const id of (await readdir(this.folder)).filter(isUploadId)) {
      const found = await stat(this.pathOf(id)).catch(() => null);
      if (!found || found.mtime >= olderThan) continue;
      await this.discard(id);
      removed += 1;
    }
    return removed;
  }
}

async function land(
  source: Readable,
  handle: FileHandle,
  { limitBytes, signal }: ReceiveOptions,
): Promise<Landed> {
  const hash = createHash('sha256');
  let size = 0;
  const write = async (chunks: AsyncIterable<Buffer>): Promise<void> => {
    for await (const chunk of chunks) {
      size += chunk.length;
      if (size > limitBytes) throw new FileTooLarge(limitBytes);
      hash.update(chunk);
      await handle.appendFile(chunk);
    }
  };
  await pipeline(source, write, signal ? { signal } : {});
  return { size, sha256: hash.digest('hex') };
}

function noop(): void {
  // nothing
}
