import { DomainError } from '@app/kernel';

/** The disk or the S3 server does not answer as it should. Nothing was linked; the caller may try again. */
export class StorageUnavailable extends DomainError {
  constructor(cause: unknown) {
    super({ code: 'storage.unavailable', kind: 'unavailable' });
    this.cause = cause;
  }
}

/** Catalogued with the other refusals of files, in `office`. */
export class FileTooLarge extends DomainError {
  constructor(limitBytes: number) {
    super({
      code: 'file.too-large',
      kind: 'too-large',
      detail: { limit: Math.floor(limitBytes / 1024 ** 2) },
    });
  }
}

export class FileMissing extends DomainError {
  constructor(sha256: string) {
    super({ code: 'storage.missing', kind: 'not-found', detail: { sha256 } });
  }
}

/** The bytes are not those that their name promises. They are never served; an operator must look. */
export class FileCorrupt extends DomainError {
  constructor(sha256: string) {
    super({ code: 'storage.corrupt', kind: 'unavailable', detail: { sha256 } });
  }
}

export class RangeNotSatisfiable extends DomainError {
  constructor() {
    super({ code: 'storage.range-not-satisfiable', kind: 'invalid' });
  }
}

/** A key, digest, upload id or range that no honest caller can make: a defect or an attack, not a refusal. */
export class InvalidFileReference extends Error {
  override readonly name = 'InvalidFileReference';

  constructor(what = 'key') {
    super(`not a valid file ${what}`);
  }
}

/** The system's error code, for errors that come from the system. */
export function errnoOf(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('syscall' in error) || !('code' in error))
    return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

const DISK_FAULTS = [
  'ENOSPC',
  'EDQUOT',
  'EROFS',
  'EIO',
  'EACCES',
  'EPERM',
  'ENOENT',
  'ENOTDIR',
  'EMFILE',
  'ENFILE',
];

/** Told apart from a broken connection (ECONNRESET, EPIPE), which is the sender's. */
export function isFileSystemFault(error: unknown): boolean {
  return DISK_FAULTS.includes(errnoOf(error) ?? '');
}
