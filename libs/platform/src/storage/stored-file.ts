import { InvalidFileReference } from './storage-errors';

export const STORAGE_AREAS = ['quarantine', 'records', 'renditions', 'public'] as const;

/** Each area may have its own bucket and credentials; the portal is given `public` only. */
export type StorageArea = (typeof STORAGE_AREAS)[number];

/** Names one file of one agency by its content. The same bytes in two agencies are two files. */
export interface FileRef {
  readonly area: StorageArea;
  readonly agencyId: string;
  /** Lower-case hexadecimal, 64 characters. */
  readonly sha256: string;
}

export interface StoredFile extends FileRef {
  readonly key: string;
  readonly size: number;
}

export interface ListedFile extends StoredFile {
  /** When the bytes were last put; putting the same content again renews it. */
  readonly storedAt: Date;
}

/** A file received but kept nowhere yet: readable at `path` until promoted, discarded or swept. */
export interface TempUpload {
  readonly id: string;
  readonly path: string;
  readonly size: number;
  readonly sha256: string;
}

/** Both ends inclusive, as in HTTP; an `end` beyond the file is clipped. */
export interface ByteRange {
  readonly start: number;
  readonly end?: number;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const SHA256 = /^[0-9a-f]{64}$/;

export function isStorageArea(text: string): text is StorageArea {
  return (STORAGE_AREAS as readonly string[]).includes(text);
}

/** Refuses anything but an area, a lower-case UUID and a digest: a key can never leave its folder. */
export function keyOf({ area, agencyId, sha256 }: FileRef): string {
  if (!isStorageArea(area) || !UUID.test(agencyId) || !SHA256.test(sha256)) throw new InvalidFileReference();
  return `${area}/${agencyId}/${sha256}`;
}

/** The reverse of `keyOf`; null for a name that this store did not write. */
export function refOf(key: string): FileRef | null {
  const [area = '', agencyId = '', sha256 = '', ...rest] = key.split('/');
  if (rest.length > 0 || !isStorageArea(area) || !UUID.test(agencyId) || !SHA256.test(sha256)) return null;
  return { area, agencyId, sha256 };
}

export function isUploadId(id: string): boolean {
  return UUID.test(id);
}

export function assertRange({ start, end }: ByteRange): void {
  const whole = Number.isSafeInteger(start) && (end === undefined || Number.isSafeInteger(end));
  if (!whole || start < 0 || (end !== undefined && end < start)) throw new InvalidFileReference('range');
}
