import { createReadStream } from 'node:fs';
import { type Readable } from 'node:stream';
import { type BucketItem, type Client, type ClientOptions } from 'minio';
import { timedTransport } from './s3-transport';
import { type ObjectStat, type StorageBackend } from './storage-backend';
import { FileCorrupt, FileMissing, RangeNotSatisfiable, StorageUnavailable } from './storage-errors';
import { type S3BucketOptions, type S3StorageOptions } from './storage-options';
import {
  keyOf,
  refOf,
  STORAGE_AREAS,
  type ByteRange,
  type FileRef,
  type ListedFile,
  type StorageArea,
  type StoredFile,
} from './stored-file';

const ABSENT = ['NoSuchKey', 'NotFound'];
/** Far under the 24 hours that the sweep of orphans waits. */
const RENEW_AFTER_MS = 3_600_000;

interface Bucket {
  readonly client: Client;
  readonly name: string;
}

/** Any S3 server; only calls that Ceph RGW, SeaweedFS and AWS answer alike. */
export class S3Backend implements StorageBackend {
  readonly areas: readonly StorageArea[];
  readonly #buckets = new Map<StorageArea, Bucket>();

  constructor(private readonly options: S3StorageOptions) {
    this.areas = STORAGE_AREAS.filter((area) => options.buckets[area] !== undefined);
  }

  /** Buckets are the operator's: they carry versioning and retention, so none is made here. */
  async prepare(): Promise<void> {
    const { Client } = await import('minio'); // 10 MiB that a folder needs not
    for (const area of this.areas) {
      const bucket = this.options.buckets[area];
      if (bucket)
        this.#buckets.set(area, {
          name: bucket.name,
          client: new Client(clientOptions(this.options, bucket)),
        });
    }
    await this.check();
  }

  async check(): Promise<void> {
    for (const { client, name } of this.#buckets.values()) {
      if (!(await guarded(() => client.bucketExists(name))))
        throw new StorageUnavailable(new Error(`no bucket ${name}`));
    }
  }

  /**
   * One signed PUT of known length: the server checks the digest itself (over TLS the channel does), memory stays
   * at one chunk, and `If-None-Match` holds, which it does not for the client's multipart `putObject`.
   */
  async keep(file: StoredFile, path: string): Promise<void> {
    const present = await this.stat(file);
    if (present && present.size !== file.size) throw new FileCorrupt(file.sha256);
    if (present && Date.now() - present.storedAt.getTime() < RENEW_AFTER_MS) return;
    const { client, name } = this.#bucket(file.area);
    const headers = {
      'content-length': String(file.size),
      'content-type': 'application/octet-stream',
      ...(present ? {} : { 'if-none-match': '*' }),
    };
    const request = { method: 'PUT', bucketName: name, objectName: keyOf(file), headers };
    await guarded(async () => {
      const body = file.size === 0 ? '' : createReadStream(path);
      try {
        const digest = client.enableSHA256 ? file.sha256 : '';
        const answer = await client.makeRequestStreamAsync(request, body, digest, [200], this.options.region);
        answer.resume();
      } catch (error) {
        if (codeOf(error) !== 'PreconditionFailed') throw error;
      } finally {
        if (typeof body !== 'string') body.destroy();
      }
    });
  }

  async open(ref: FileRef, range?: ByteRange): Promise<Readable> {
    const { client, name } = this.#bucket(ref.area);
    const { start, end } = range ?? { start: 0 };
    const length = end === undefined ? 0 : end - start + 1;
    return guarded(async () => {
      try {
        return await client.getPartialObject(name, keyOf(ref), start, length);
      } catch (error) {
        if (ABSENT.includes(codeOf(error))) throw new FileMissing(ref.sha256);
        if (codeOf(error) === 'InvalidRange') throw new RangeNotSatisfiable();
        throw error;
      }
    });
  }

  async stat(ref: FileRef): Promise<ObjectStat | null> {
    const { client, name } = this.#bucket(ref.area);
    return guarded(async () => {
      try {
        const { size, lastModified } = await client.statObject(name, keyOf(ref));
        return { size, storedAt: lastModified };
      } catch (error) {
        if (ABSENT.includes(codeOf(error))) return null;
        throw error;
      }
    });
  }

  async remove(ref: FileRef): Promise<void> {
    const { client, name } = this.#bucket(ref.area);
    await guarded(() => client.removeObject(name, keyOf(ref)));
  }

  async *list(area: StorageArea): AsyncIterable<ListedFile> {
    const { client, name } = this.#bucket(area);
    const items = client.listObjectsV2(name, `${area}/`, true) as AsyncIterable<BucketItem>;
    try {
      for await (const { name: key, size, lastModified } of items) {
        const ref = key === undefined ? null : refOf(key);
        if (ref && lastModified) yield { ...ref, key: keyOf(ref), size, storedAt: lastModified };
      }
    } catch (error) {
      throw new StorageUnavailable(error);
    }
  }

  pathOf(): null {
    return null;
  }

  #bucket(area: StorageArea): Bucket {
    const bucket = this.#buckets.get(area);
    if (!bucket) throw new StorageUnavailable(new Error(`no bucket for area ${area}`));
    return bucket;
  }
}

function clientOptions(
  { endpoint, region, timeoutMs = 10_000 }: S3StorageOptions,
  bucket: S3BucketOptions,
): ClientOptions {
  const url = new URL(endpoint);
  const useSSL = url.protocol === 'https:';
  return {
    endPoint: url.hostname,
    port: url.port === '' ? (useSSL ? 443 : 80) : Number(url.port),
    useSSL,
    region,
    accessKey: bucket.accessKey,
    secretKey: bucket.secretKey,
    pathStyle: true,
    transport: timedTransport(useSSL, timeoutMs),
    retryOptions: { disableRetry: true }, // its retries write to the console and cannot rewind a stream
  };
}

/** The S3 code of an answer; nothing for a broken connection, whose codes are the system's. */
function codeOf(error: unknown): string {
  if (!(error instanceof Error) || error.name !== 'S3Error' || !('code' in error)) return '';
  return typeof error.code === 'string' ? error.code : '';
}

/** Whatever is not an answer about the object itself means that the store is away. */
async function guarded<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof FileMissing || error instanceof RangeNotSatisfiable || error instanceof FileCorrupt)
      throw error;
    throw new StorageUnavailable(error);
  }
}
