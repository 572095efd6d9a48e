import { createReadStream } from 'node:fs';
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { FolderBackend } from './folder-backend';
import { S3Backend } from './s3-backend';
import { Spool, type ReceiveOptions } from './spool';
import { type ObjectStat, type StorageBackend } from './storage-backend';
import { FileCorrupt, RangeNotSatisfiable, StorageUnavailable } from './storage-errors';
import { type StorageOptions } from './storage-options';
import {
  assertRange,
  keyOf,
  STORAGE_AREAS,
  type ByteRange,
  type FileRef,
  type ListedFile,
  type StorageArea,
  type StoredFile,
  type TempUpload,
} from './stored-file';
import { VerifiedCache } from './verified-cache';

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

/**
 * Files named by agency and content. Order of work: `receive`, check, `promote`, then link the key in the business
 * transaction; a crash in between leaves an upload or an object without a row, and both fall to a sweep.
 */
export class FileStore {
  constructor(
    private readonly backend: StorageBackend,
    private readonly spool: Spool,
    private readonly cache: VerifiedCache,
  ) {}

  async prepare(): Promise<void> {
    await this.backend.prepare();
    await this.spool.prepare();
  }

  /** For readiness. @throws StorageUnavailable */
  check(): Promise<void> {
    return this.backend.check();
  }

  /** Takes a stream of unknown length, hashing and counting. @throws FileTooLarge, StorageUnavailable */
  receive(source: Readable, options: ReceiveOptions): Promise<TempUpload> {
    return this.spool.receive(source, options);
  }

  /** Forgets an upload that was refused. */
  discard({ id }: Pick<TempUpload, 'id'>): Promise<void> {
    return this.spool.discard(id);
  }

  /** Keeps an upload for good; the same content again is no error and changes nothing. */
  async promote(temp: TempUpload, area: StorageArea, agencyId: string): Promise<StoredFile> {
    const ref = this.#admit({ area, agencyId, sha256: temp.sha256 });
    const file: StoredFile = { ...ref, key: keyOf(ref), size: temp.size };
    await this.backend.keep(file, this.spool.pathOf(temp.id));
    const kept = await this.backend.stat(ref);
    if (kept?.size !== temp.size) throw new FileCorrupt(temp.sha256);
    await this.spool.discard(temp.id);
    return file;
  }

  /** Keeps bytes made here, or a copy of a local file. */
  async put(area: StorageArea, agencyId: string, content: Uint8Array | string): Promise<StoredFile> {
    const source =
      typeof content === 'string'
        ? createReadStream(content)
        : Readable.from([content], { objectMode: false });
    const temp = await this.spool.receive(source, { limitBytes: NO_LIMIT });
    return this.promote(temp, area, agencyId);
  }

  /** The same content in another area, of the same agency; the source stays. */
  async copy(ref: FileRef, area: StorageArea): Promise<StoredFile> {
    return this.put(area, ref.agencyId, await this.localCopy(ref));
  }

  /** Streams straight from the store, unverified: for copies and checks, not for readers. */
  async open(ref: FileRef, range?: ByteRange): Promise<Readable> {
    if (range) assertRange(range);
    return this.backend.open(this.#admit(ref), range);
  }

  /** Path of a local copy whose hash was proved; read it soon and never write to it. */
  async localCopy(ref: FileRef): Promise<string> {
    return this.cache.path(this.#admit(ref));
  }

  /** What readers get: any part of a file whose hash was proved. @throws FileCorrupt, FileMissing, RangeNotSatisfiable */
  async openVerified(ref: FileRef, range?: ByteRange): Promise<Readable> {
    if (range) assertRange(range);
    const handle = await open(await this.localCopy(ref), 'r');
    const { size } = await handle.stat();
    if (range && range.start >= size) {
      await handle.close();
      throw new RangeNotSatisfiable();
    }
    return handle.createReadStream(range ?? {});
  }

  /** For small files that are wanted whole. */
  async readVerified(ref: FileRef): Promise<Buffer> {
    return readFile(await this.localCopy(ref));
  }

  async stat(ref: FileRef): Promise<ObjectStat | null> {
    return this.backend.stat(this.#admit(ref));
  }

  async remove(ref: FileRef): Promise<void> {
    await this.backend.remove(this.#admit(ref));
  }

  /** Objects put before `olderThan`, for the sweep that looks for those without a row. */
  async *list(area: StorageArea, olderThan: Date): AsyncIterable<ListedFile> {
    for await (const file of this.backend.list(area)) {
      if (file.storedAt < olderThan) yield file;
    }
  }

  /** Removes uploads that a crash left behind; answers how many. */
  sweepUploads(olderThan: Date): Promise<number> {
    return this.spool.sweep(olderThan);
  }

  /** Before anything reaches an adapter: the reference is well formed and the area is given to this process. */
  #admit(ref: FileRef): FileRef {
    keyOf(ref);
    if (!this.backend.areas.includes(ref.area))
      throw new StorageUnavailable(new Error(`no access to area ${ref.area}`));
    return ref;
  }
}

/** The store that the options describe; call `prepare()` once before use. */
export function makeFileStore(options: StorageOptions): FileStore {
  if (options.kind === 'folder') {
    const backend = new FolderBackend(options.root, options.areas ?? STORAGE_AREAS);
    const spool = new Spool(join(options.root, 'tmp'));
    return new FileStore(
      backend,
      spool,
      new VerifiedCache(backend, spool, { folder: join(options.root, 'tmp') }),
    );
  }
  const backend = new S3Backend(options);
  const spool = new Spool(join(options.workFolder, 'uploads'));
  const limitBytes = options.cacheLimitBytes;
  const cache = {
    folder: join(options.workFolder, 'verified'),
    ...(limitBytes === undefined ? {} : { limitBytes }),
  };
  return new FileStore(backend, spool, new VerifiedCache(backend, spool, cache));
}
