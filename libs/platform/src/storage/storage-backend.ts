import { type Readable } from 'node:stream';
import {
  type ByteRange,
  type FileRef,
  type ListedFile,
  type StorageArea,
  type StoredFile,
} from './stored-file';

export interface ObjectStat {
  readonly size: number;
  readonly storedAt: Date;
}

/** What an adapter must do. Everything that is the same on every store is in `FileStore`. */
export interface StorageBackend {
  readonly areas: readonly StorageArea[];

  /** Makes folders or checks buckets; called once at boot. */
  prepare(): Promise<void>;

  /** @throws StorageUnavailable */
  check(): Promise<void>;

  /** Keeps the bytes at `path` under their key. Present bytes stay; only their date is renewed. */
  keep(file: StoredFile, path: string): Promise<void>;

  /** @throws FileMissing, RangeNotSatisfiable, StorageUnavailable */
  open(ref: FileRef, range?: ByteRange): Promise<Readable>;

  stat(ref: FileRef): Promise<ObjectStat | null>;

  /** Removing what is not there is no error. */
  remove(ref: FileRef): Promise<void>;

  list(area: StorageArea): AsyncIterable<ListedFile>;

  /** Where the bytes lie on this machine's disk, null when they lie elsewhere. */
  pathOf(ref: FileRef): string | null;
}
