export { storageOptionsOf } from './from-settings';
export { FileStore, makeFileStore } from './file-store';
export {
  FileCorrupt,
  FileMissing,
  FileTooLarge,
  InvalidFileReference,
  RangeNotSatisfiable,
  StorageUnavailable,
} from './storage-errors';
export { type ReceiveOptions } from './spool';
export { type ObjectStat } from './storage-backend';
export {
  type FolderStorageOptions,
  type S3BucketOptions,
  type S3StorageOptions,
  type StorageOptions,
} from './storage-options';
export { STORAGE_OPTIONS, StorageModule, type StorageModuleOptions } from './storage.module';
export { STORAGE_PROBLEMS } from './storage.problems';
export {
  type ByteRange,
  type FileRef,
  isStorageArea,
  keyOf,
  type ListedFile,
  refOf,
  STORAGE_AREAS,
  type StorageArea,
  type StoredFile,
  type TempUpload,
} from './stored-file';
