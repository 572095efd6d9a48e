import { type StorageArea } from './stored-file';

export interface FolderStorageOptions {
  readonly kind: 'folder';
  /** Absolute. Made at boot with mode 0700. */
  readonly root: string;
  /** All areas when absent. */
  readonly areas?: readonly StorageArea[];
}

export interface S3BucketOptions {
  readonly name: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export interface S3StorageOptions {
  readonly kind: 's3';
  /** `http://host:port` or `https://host`; path-style addresses are used. */
  readonly endpoint: string;
  readonly region: string;
  /** An area without a bucket cannot be reached by this process. Several areas may share a bucket. */
  readonly buckets: Readonly<Partial<Record<StorageArea, S3BucketOptions>>>;
  /** Absolute folder for uploads on their way and verified copies; processes of one machine may share it. */
  readonly workFolder: string;
  /** For verified copies; 2 GiB when absent. */
  readonly cacheLimitBytes?: number;
  /** Silence allowed before an answer begins; 10 s when absent. */
  readonly timeoutMs?: number;
}

export type StorageOptions = FolderStorageOptions | S3StorageOptions;
