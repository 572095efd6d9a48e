import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, readdir, rename, rm, stat, utimes } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { type Spool } from './spool';
import { type StorageBackend } from './storage-backend';
import { FileCorrupt, FileMissing } from './storage-errors';
import { keyOf, type FileRef } from './stored-file';

/** A file proved once is trusted this long while its inode, size and date stay the same. */
const TRUST_MS = 600_000;
const MEMORY = 20_000;
const DEFAULT_LIMIT_BYTES = 2 * 1024 ** 3;

export interface CacheOptions {
  readonly folder: string;
  readonly limitBytes?: number;
}

interface Proof {
  readonly mark: string;
  readonly until: number;
}

/** Local files whose content was hashed and found equal to their name. Unproved bytes are never handed out. */
export class VerifiedCache {
  readonly #proofs = new Map<string, Proof>();
  readonly #running = new Map<string, Promise<string>>();
  #fetchedBytes = 0;

  constructor(
    private readonly backend: StorageBackend,
    private readonly spool: Spool,
    private readonly options: CacheOptions,
  ) {}

  /** @throws FileMissing, FileCorrupt, StorageUnavailable */
  path(ref: FileRef): Promise<string> {
    const key = keyOf(ref);
    const running = this.#running.get(key);
    if (running) return running;
    const work = this.#find(ref, key).finally(() => this.#running.delete(key));
    this.#running.set(key, work);
    return work;
  }

  async #find(ref: FileRef, key: string): Promise<string> {
    const own = this.backend.pathOf(ref);
    if (own !== null) {
      if (!(await this.backend.stat(ref))) throw new FileMissing(ref.sha256);
      if (!(await this.#proved(own, ref.sha256))) throw new FileCorrupt(ref.sha256);
      return own;
    }
    const cached = join(this.options.folder, key);
    if (await this.#proved(cached, ref.sha256)) {
      const { mtime } = await stat(cached);
      await utimes(cached, new Date(), mtime); // the access time is the order of eviction
      return cached;
    }
    return this.#fetch(ref, cached);
  }

  async #proved(path: string, sha256: string): Promise<boolean> {
    const mark = await markOf(path);
    if (mark === null) return false;
    const proof = this.#proofs.get(path);
    if (proof?.mark === mark && proof.until > Date.now()) return true;
    if ((await hashOf(path)) !== sha256) return false;
    this.#remember(path, mark);
    return true;
  }

  async #fetch(ref: FileRef, cached: string): Promise<string> {
    const temp = await this.spool.receive(await this.backend.open(ref), {
      limitBytes: Number.MAX_SAFE_INTEGER,
    });
    if (temp.sha256 !== ref.sha256) {
      await this.spool.discard(temp.id);
      throw new FileCorrupt(ref.sha256);
    }
    await mkdir(dirname(cached), { recursive: true, mode: 0o700 });
    await rename(temp.path, cached);
    const mark = await markOf(cached);
    if (mark !== null) this.#remember(cached, mark);
    await this.#trim(temp.size);
    return cached;
  }

  #remember(path: string, mark: string): void {
    if (this.#proofs.size >= MEMORY) this.#proofs.clear();
    this.#proofs.set(path, { mark, until: Date.now() + TRUST_MS });
  }

  /** Walks the folder only after a tenth of the limit was fetched, so a fetch stays cheap. */
  async #trim(fetched: number): Promise<void> {
    const limit = this.options.limitBytes ?? DEFAULT_LIMIT_BYTES;
    this.#fetchedBytes += fetched;
    if (this.#fetchedBytes < limit / 10) return;
    this.#fetchedBytes = 0;
    const files = await filesUnder(this.options.folder);
    let total = files.reduce((sum, { size }) => sum + size, 0);
    for (const { path, size } of files.sort((a, b) => a.usedAt - b.usedAt)) {
      if (total <= limit) return;
      await rm(path, { force: true });
      total -= size;
    }
  }
}

async function markOf(path: string): Promise<string | null> {
  const found = await stat(path).catch(() => null);
  return found && [found.ino, found.size, found.mtimeMs].join('-');
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(path), hash);
  return hash.digest('hex');
}

async function filesUnder(folder: string): Promise<{ path: string; size: number; usedAt: number }[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map(async (entry) => {
        const path = join(entry.parentPath, entry.name);
        const found = await stat(path).catch(() => null);
        return found && { path, size: found.size, usedAt: found.atimeMs };
      }),
  );
  return files.filter((file) => file !== null);
}
