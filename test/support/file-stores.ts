import { randomBytes } from 'node:crypto';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client } from 'minio';
import {
  type FileRef,
  type FileStore,
  keyOf,
  makeFileStore,
  type S3StorageOptions,
  STORAGE_AREAS,
  type StorageArea,
} from '../../libs/platform/src/storage';

/** A store with what a test must do behind its back. */
export interface StoreUnderTest {
  readonly store: FileStore;
  /** The proved path is the stored file itself. */
  readonly isLocal: boolean;
  uploadsLeft(): Promise<string[]>;
  emptyUploads(): Promise<void>;
  overwrite(ref: FileRef, bytes: Buffer): Promise<void>;
  away(during: () => Promise<void>): Promise<void>;
  only(areas: readonly StorageArea[]): Promise<FileStore>;
  scratch(): Promise<string>;
  stop(): Promise<void>;
}

export interface StoresUnderTest {
  readonly name: string;
  start(): Promise<StoreUnderTest>;
}

export interface S3Access {
  readonly endpoint: string;
  readonly accessKey: string;
  readonly secretKey: string;
}

export function folderStores(): StoresUnderTest {
  return { name: 'a folder', start: startFolder };
}

export function s3Stores(access: S3Access): StoresUnderTest {
  return { name: 'S3', start: () => startS3(access) };
}

async function startFolder(): Promise<StoreUnderTest> {
  const base = await mkdtemp(join(tmpdir(), 'iso-store-'));
  const root = join(base, 'files');
  const store = makeFileStore({ kind: 'folder', root });
  await store.prepare();
  return {
    store,
    isLocal: true,
    ...uploadsIn(join(root, 'tmp')),
    async overwrite(ref, bytes) {
      await rm(join(root, keyOf(ref)));
      await writeFile(join(root, keyOf(ref)), bytes);
    },
    async away(during) {
      await rename(root, `${root}-unmounted`);
      await during().finally(() => rename(`${root}-unmounted`, root));
    },
    only: (areas) => prepared(makeFileStore({ kind: 'folder', root, areas })),
    scratch: () => mkdtemp(join(base, 'scratch-')),
    stop: () => rm(base, { recursive: true }),
  };
}

async function startS3({ endpoint, accessKey, secretKey }: S3Access): Promise<StoreUnderTest> {
  const base = await mkdtemp(join(tmpdir(), 'iso-store-'));
  const line = await breakableLine(new URL(endpoint));
  const url = new URL(endpoint);
  const client = new Client({
    endPoint: url.hostname,
    port: Number(url.port),
    useSSL: false,
    accessKey,
    secretKey,
    region: 'us-east-1',
  });
  const prefix = `t-${randomBytes(6).toString('hex')}`;
  for (const area of STORAGE_AREAS) await client.makeBucket(`${prefix}-${area}`);
  const optionsFor = (areas: readonly StorageArea[]): S3StorageOptions => ({
    kind: 's3',
    endpoint: `http://127.0.0.1:${String(line.port)}`,
    region: 'us-east-1',
    buckets: Object.fromEntries(
      areas.map((area) => [area, { name: `${prefix}-${area}`, accessKey, secretKey }]),
    ),
    workFolder: join(base, 'work'),
  });
  const store = makeFileStore(optionsFor(STORAGE_AREAS));
  await store.prepare();
  return {
    store,
    isLocal: false,
    ...uploadsIn(join(base, 'work', 'uploads')),
    async overwrite(ref, bytes) {
      await client.putObject(`${prefix}-${ref.area}`, keyOf(ref), bytes);
    },
    async away(during) {
      line.cut();
      await during().finally(() => {
        line.mend();
      });
    },
    only: (areas) => prepared(makeFileStore(optionsFor(areas))),
    scratch: () => mkdtemp(join(base, 'scratch-')),
    async stop() {
      await line.close();
      for (const area of STORAGE_AREAS) await emptyBucket(client, `${prefix}-${area}`);
      await rm(base, { recursive: true });
    },
  };
}

async function prepared(store: FileStore): Promise<FileStore> {
  await store.prepare();
  return store;
}

function uploadsIn(folder: string): Pick<StoreUnderTest, 'uploadsLeft' | 'emptyUploads'> {
  return {
    uploadsLeft: () => readdir(folder),
    async emptyUploads() {
      for (const name of await readdir(folder)) await rm(join(folder, name));
    },
  };
}

async function emptyBucket(client: Client, bucket: string): Promise<void> {
  const names: string[] = [];
  for await (const { name } of client.listObjectsV2(bucket, '', true) as AsyncIterable<{ name: string }>)
    names.push(name);
  if (names.length > 0) await client.removeObjects(bucket, names);
  await client.removeBucket(bucket);
}

interface Line {
  readonly port: number;
  cut(): void;
  mend(): void;
  close(): Promise<void>;
}

/** A TCP line to the server that can be cut: open connections are reset and new ones are refused. */
async function breakableLine(target: URL): Promise<Line> {
  const sockets = new Set<Socket>();
  let whole = true;
  const server: Server = createServer((near) => {
    if (!whole) {
      near.resetAndDestroy();
      return;
    }
    const far = connect(Number(target.port), target.hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => sockets.delete(one));
      one.pipe(other);
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const drop = (): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    port: (server.address() as AddressInfo).port,
    cut() {
      whole = false;
      drop();
    },
    mend() {
      whole = true;
    },
    async close() {
      drop();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
