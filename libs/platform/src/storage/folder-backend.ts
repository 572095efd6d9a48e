import { type Dirent, type Stats } from 'node:fs';
import { access, link, mkdir, open, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Readable } from 'node:stream';
import { type ObjectStat, type StorageBackend } from './storage-backend';
import { errnoOf, FileCorrupt, FileMissing, RangeNotSatisfiable, StorageUnavailable } from './storage-errors';
import {
  keyOf,
  refOf,
  type ByteRange,
  type FileRef,
  type ListedFile,
  type StorageArea,
  type StoredFile,
} from './stored-file';

/** Written once into the root. Its absence means an unmounted disk, not an empty store. */
const MARKER = '.iso-dien-tu-store';

/** Files in a folder of this machine. `tmp/` lies on the same file system, so a promotion is one hard link. */
export class FolderBackend implements StorageBackend {
  constructor(
    private readonly root: string,
    readonly areas: readonly StorageArea[],
  ) {}

  async prepare(): Promise<void> {
    await this.#guarded(async () => {
      for (const area of this.areas) await mkdir(join(this.root, area), { recursive: true, mode: 0o700 });
      await writeFile(join(this.root, MARKER), '', { flag: 'a', mode: 0o600 });
    });
  }

  async check(): Promise<void> {
    await this.#assertMounted();
  }

  async keep(file: StoredFile, path: string): Promise<void> {
    const target = join(this.root, keyOf(file));
    await this.#assertMounted();
    await this.#guarded(async () => {
      await mkdir(dirname(target), { recursive: true, mode: 0o700 });
      await syncFolder(dirname(dirname(target)));
      try {
        await link(path, target);
      } catch (error) {
        if (errnoOf(error) !== 'EEXIST') throw error;
        await renew(file, target);
      }
      await syncFolder(dirname(target));
    });
  }

  async open(ref: FileRef, range?: ByteRange): Promise<Readable> {
    const path = join(this.root, keyOf(ref));
    return this.#orMissing(ref, async () => {
      const handle = await open(path, 'r');
      if (range) {
        const { size } = await handle.stat();
        if (range.start >= size) {
          await handle.close();
          throw new RangeNotSatisfiable();
        }
      }
      return handle.createReadStream(range ?? {});
    });
  }

  async stat(ref: FileRef): Promise<ObjectStat | null> {
    const path = join(this.root, keyOf(ref));
    try {
      const { size, mtime }: Stats = await this.#orMissing(ref, () => stat(path));
      return { size, storedAt: mtime };
    } catch (error) {
      if (error instanceof FileMissing) return null;
      throw error;
    }
  }

  async remove(ref: FileRef): Promise<void> {
    await this.#guarded(() => rm(join(this.root, keyOf(ref)), { force: true }));
  }

  async *list(area: StorageArea): AsyncIterable<ListedFile> {
    await this.#assertMounted();
    for (const agency of await this.#entries(join(this.root, area))) {
      for (const entry of await this.#entries(join(this.root, area, agency.name))) {
        const ref = refOf(`${area}/${agency.name}/${entry.name}`);
        const found = ref && (await this.stat(ref));
        if (found) yield { ...ref, ...found, key: keyOf(ref) };
      }
    }
  }

  pathOf(ref: FileRef): string {
    return join(this.root, keyOf(ref));
  }

  async #entries(folder: string): Promise<Dirent[]> {
    try {
      return await readdir(folder, { withFileTypes: true });
    } catch (error) {
      if (['ENOENT', 'ENOTDIR'].includes(errnoOf(error) ?? '')) return [];
      throw new StorageUnavailable(error);
    }
  }

  async #assertMounted(): Promise<void> {
    await this.#guarded(() => access(join(this.root, MARKER)));
  }

  /** ENOENT is a missing file only while the store itself is there. */
  async #orMissing<Result>(ref: FileRef, work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      const errno = errnoOf(error);
      if (errno === undefined) throw error;
      if (errno !== 'ENOENT') throw new StorageUnavailable(error);
      await this.#assertMounted();
      throw new FileMissing(ref.sha256);
    }
  }

  async #guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      return await work();
    } catch (error) {
      throw errnoOf(error) === undefined ? error : new StorageUnavailable(error);
    }
  }
}

/** The sweep of orphans spares young files, so a file put again must look young again. */
async function renew(file: StoredFile, target: string): Promise<void> {
  const present = await stat(target);
  if (present.size !== file.size) throw new FileCorrupt(file.sha256);
  const now = new Date();
  await utimes(target, now, now);
}

/** A name survives a power cut only after its folder was synced. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
