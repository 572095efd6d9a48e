import { type Readable } from 'node:stream';
import { type Entry, openPromise, type ZipFile } from 'yauzl';

const MIB = 1024 * 1024;

/** Absolute caps on what a ZIP may unpack to; sizes that headers declare are never trusted, real bytes are counted. */
export interface ZipLimits {
  entries: number;
  entryBytes: number;
  totalBytes: number;
  /** Real bytes per packed byte; DEFLATE reaches 1030:1, an honest Word body 14:1. */
  ratio: number;
  /** Entries smaller than this are not judged by ratio. */
  ratioFrom: number;
  /** Longest name of an entry; no writer of documents comes near. */
  nameBytes: number;
}

/** XML that is walked or read whole: 300 pages of a procedure take a third of it. */
export const MAX_PART = 32 * MIB;

export const ZIP_LIMITS: ZipLimits = {
  entries: 2_000,
  entryBytes: 200 * MIB,
  totalBytes: 500 * MIB,
  ratio: 200,
  ratioFrom: MIB,
  nameBytes: 1_000,
};

/** What is wrong with a ZIP: damaged, unpacking beyond the limits, locked by ZIP encryption, or with names that leave its folder. */
export type ZipFault = 'truncated' | 'bomb' | 'encrypted' | 'package-unsafe';

export class ZipRefused extends Error {
  constructor(
    readonly fault: ZipFault,
    readonly reason: string,
  ) {
    super(`zip ${fault}: ${reason}`);
  }
}

/** An opened ZIP whose every read is counted against the limits of the whole package. */
export class ZipPackage {
  #unpacked = 0;

  private constructor(
    private readonly file: ZipFile,
    private readonly limits: ZipLimits,
    readonly entries: readonly Entry[],
  ) {}

  /** @throws ZipRefused */
  static async open(path: string, limits: ZipLimits = ZIP_LIMITS): Promise<ZipPackage> {
    // Sizes are checked here while inflating: yauzl would only say "too many bytes".
    const file = await openPromise(path, {
      autoClose: false,
      lazyEntries: true,
      strictFileNames: false,
    }).catch((error: unknown) => {
      throw new ZipRefused('truncated', messageOf(error));
    });
    try {
      return new ZipPackage(file, limits, await listEntries(file, limits));
    } catch (error) {
      file.close();
      throw error;
    }
  }

  has(name: string): boolean {
    return this.entries.some(({ fileName }) => fileName === name);
  }

  /** The whole entry, or null when there is none. @throws ZipRefused */
  async read(name: string, maxBytes: number = this.limits.entryBytes): Promise<Buffer | null> {
    const entry = this.entries.find(({ fileName }) => fileName === name);
    if (!entry) return null;
    const chunks: Buffer[] = [];
    await this.#inflate(entry, maxBytes, (chunk) => chunks.push(chunk));
    return Buffer.concat(chunks);
  }

  /**
   * Hands over an entry piece by piece: what is only looked at needs no room for the whole. Proves that it is whole and
   * unpacks within the limits. @throws ZipRefused, and what `take` throws
   */
  async pass(entry: Entry, take: (chunk: Buffer) => void, maxBytes = this.limits.entryBytes): Promise<void> {
    await this.#inflate(entry, maxBytes, take);
  }

  close(): void {
    this.file.close();
  }

  async #inflate(entry: Entry, maxBytes: number, take: (chunk: Buffer) => void): Promise<void> {
    // A size may be too small a lie, never too large a truth: what declares too much is not even begun.
    if (entry.uncompressedSize > maxBytes) throw new ZipRefused('bomb', `${entry.fileName} is too large`);
    const stream = await this.#open(entry);
    let bytes = 0;
    try {
      for await (const chunk of stream as AsyncIterable<Buffer>) {
        bytes += chunk.length;
        this.#unpacked += chunk.length;
        this.#assertWithin(entry, bytes, maxBytes);
        handOver(chunk, take);
      }
    } catch (error) {
      stream.destroy();
      throw error instanceof TakerRefused ? error.cause : refusedFrom(error, entry);
    }
  }

  async #open(entry: Entry): Promise<Readable> {
    try {
      return await this.file.openReadStreamPromise(entry);
    } catch (error) {
      throw refusedFrom(error, entry);
    }
  }

  #assertWithin(entry: Entry, bytes: number, maxBytes: number): void {
    const ratio = bytes / Math.max(1, entry.compressedSize);
    const tooMuch =
      bytes > maxBytes ||
      this.#unpacked > this.limits.totalBytes ||
      (bytes > this.limits.ratioFrom && ratio > this.limits.ratio);
    if (tooMuch) throw new ZipRefused('bomb', `${entry.fileName} unpacks beyond the limits`);
  }
}

/** What the taker of the bytes says is no fault of the ZIP. */
class TakerRefused extends Error {}

function handOver(chunk: Buffer, take: (chunk: Buffer) => void): void {
  try {
    take(chunk);
  } catch (cause) {
    throw new TakerRefused('', { cause });
  }
}

async function listEntries(file: ZipFile, limits: ZipLimits): Promise<Entry[]> {
  if (file.entryCount > limits.entries) throw new ZipRefused('bomb', `${file.entryCount} entries`);
  const entries: Entry[] = [];
  try {
    for await (const entry of file.eachEntry()) {
      entries.push(entry);
      if (entry.fileNameLength > limits.nameBytes) throw new ZipRefused('package-unsafe', 'a name too long');
      if (entries.length > limits.entries) throw new ZipRefused('bomb', 'too many entries');
    }
  } catch (error) {
    throw error instanceof ZipRefused ? error : faultOf(messageOf(error));
  }
  assertApart(entries);
  if (entries.some((entry) => entry.isEncrypted()))
    throw new ZipRefused('encrypted', 'an entry is encrypted');
  return entries;
}

/** Entries that share packed bytes are the trick of the densest bombs; no honest writer makes them. */
function assertApart(entries: readonly Entry[]): void {
  const places = [...entries].sort((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader);
  let end = 0;
  for (const entry of places) {
    if (entry.relativeOffsetOfLocalHeader < end) throw new ZipRefused('bomb', 'entries overlap');
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
  }
}

function refusedFrom(error: unknown, entry: Entry): ZipRefused {
  if (error instanceof ZipRefused) return error;
  const message = messageOf(error);
  const lies = /too many bytes|not enough bytes/i.test(message);
  return new ZipRefused(lies ? 'bomb' : 'truncated', `${entry.fileName}: ${message}`);
}

function faultOf(message: string): ZipRefused {
  const isName = /relative path|absolute path|characters in fileName/i.test(message);
  return new ZipRefused(isName ? 'package-unsafe' : 'truncated', message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
