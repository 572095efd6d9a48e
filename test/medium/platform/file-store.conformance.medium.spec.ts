import { createHash, randomBytes } from 'node:crypto';
import { open, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import {
  type FileRef,
  type FileStore,
  STORAGE_AREAS,
  type StoredFile,
} from '../../../libs/platform/src/storage';
import { folderStores, s3Stores, type StoreUnderTest } from '../../support/file-stores';
import { testServers } from '../../support/servers';

const AGENCY = '0190a000-0000-7000-8000-000000000001';
const OTHER_AGENCY = '0190a000-0000-7000-8000-000000000002';
const LIMIT = { limitBytes: 1024 ** 2 };

const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
const chunks = (bytes: Buffer, size = 16_384): Readable =>
  Readable.from(
    (function* () {
      for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
    })(),
  );

const s3 = testServers().s3;

describe.each([folderStores(), ...(s3 ? [s3Stores(s3)] : [])])('FileStore on $name', (stores) => {
  let under: StoreUnderTest;
  let store: FileStore;

  beforeAll(async () => {
    under = await stores.start();
    store = under.store;
  }, 60_000);

  afterAll(async () => {
    await under.stop();
  });

  const kept = async (bytes: Buffer, area: StoredFile['area'] = 'records'): Promise<StoredFile> =>
    store.promote(await store.receive(chunks(bytes), { limitBytes: bytes.length }), area, AGENCY);

  describe('receive()', () => {
    it('hashes and counts what it takes, and the bytes lie at the path', async () => {
      const bytes = randomBytes(300_000);

      const temp = await store.receive(chunks(bytes), LIMIT);

      expect(temp).toMatchObject({ size: 300_000, sha256: sha256Of(bytes) });
      expect(await buffer(await readBack(temp.path))).toEqual(bytes);
      await store.discard(temp);
      expect(await under.uploadsLeft()).toEqual([]);
    });

    it('takes exactly the limit and refuses one byte more, leaving nothing', async () => {
      const bytes = randomBytes(1_000);

      const temp = await store.receive(chunks(bytes), { limitBytes: 1_000 });
      await store.discard(temp);
      const refused = store.receive(chunks(bytes), { limitBytes: 999 });

      await expect(refused).rejects.toMatchObject({ code: 'file.too-large', kind: 'too-large' });
      expect(await under.uploadsLeft()).toEqual([]);
    });

    it('stops an endless stream at the limit', async () => {
      let sent = 0;
      const endless = Readable.from(
        (function* () {
          for (;;) {
            sent += 65_536;
            yield Buffer.alloc(65_536);
          }
        })(),
      );

      await expect(store.receive(endless, LIMIT)).rejects.toMatchObject({ code: 'file.too-large' });

      expect(sent).toBeLessThan(4 * LIMIT.limitBytes);
      expect(await under.uploadsLeft()).toEqual([]);
    });

    it('leaves nothing when the sender breaks off or the caller aborts', async () => {
      const broken = new Readable({ read: () => undefined });
      broken.push(Buffer.alloc(1_000));
      setImmediate(() => broken.destroy(new Error('connection reset')));
      const silent = new Readable({ read: () => undefined });

      await expect(store.receive(broken, LIMIT)).rejects.toThrow('connection reset');
      await expect(store.receive(silent, { ...LIMIT, signal: AbortSignal.timeout(20) })).rejects.toThrow();

      expect(silent.destroyed).toBe(true);
      expect(await under.uploadsLeft()).toEqual([]);
    });

    it('keeps an empty file as one', async () => {
      const file = await kept(Buffer.alloc(0));

      expect(file).toMatchObject({ size: 0, sha256: sha256Of(Buffer.alloc(0)) });
      expect((await store.readVerified(file)).length).toBe(0);
    });
  });

  describe('promote()', () => {
    it.each(STORAGE_AREAS)(
      'keeps the bytes in %s under agency and digest, and the upload is gone',
      async (area) => {
        const bytes = randomBytes(50_000);

        const file = await kept(bytes, area);

        expect(file.key).toBe(`${area}/${AGENCY}/${sha256Of(bytes)}`);
        expect(await store.stat(file)).toMatchObject({ size: 50_000 });
        expect(await buffer(await store.open(file))).toEqual(bytes);
        expect(await under.uploadsLeft()).toEqual([]);
      },
    );

    it('is the same file when the same content comes again, also at once', async () => {
      const bytes = randomBytes(20_000);

      const files = await Promise.all(Array.from({ length: 8 }, () => kept(bytes)));

      expect(new Set(files.map(({ key }) => key)).size).toBe(1);
      expect(await buffer(await store.open(files[0] ?? fail()))).toEqual(bytes);
    });

    it('keeps a file larger than one part of a multipart upload', async () => {
      const bytes = randomBytes(12 * 1024 ** 2);

      const file = await kept(bytes);

      expect(sha256Of(await buffer(await store.open(file)))).toBe(file.sha256);
    });

    it('does not share a file with another agency', async () => {
      const file = await kept(randomBytes(100));

      await expect(store.open({ ...file, agencyId: OTHER_AGENCY })).rejects.toMatchObject({
        code: 'storage.missing',
      });
    });

    it('refuses an upload that was swept, and stores nothing', async () => {
      const temp = await store.receive(chunks(randomBytes(100)), LIMIT);
      await store.discard(temp);

      await expect(store.promote(temp, 'records', AGENCY)).rejects.toMatchObject({
        code: 'storage.unavailable',
      });

      expect(await store.stat({ area: 'records', agencyId: AGENCY, sha256: temp.sha256 })).toBeNull();
    });

    it('never changes bytes that are there under the name', async () => {
      const bytes = randomBytes(1_000);
      const file = await kept(bytes);
      await under.overwrite(file, Buffer.from('shorter'));

      await expect(kept(bytes)).rejects.toMatchObject({ code: 'storage.corrupt' });

      expect((await buffer(await store.open(file))).toString()).toBe('shorter');
      await under.emptyUploads();
    });
  });

  describe('put() and copy()', () => {
    it('keeps a buffer, a typed array and a local file alike', async () => {
      const bytes = randomBytes(5_000);
      const path = join(await under.scratch(), 'a file.pdf');
      await writeFile(path, bytes);

      const files = [
        await store.put('renditions', AGENCY, bytes),
        await store.put('renditions', AGENCY, new Uint8Array(bytes)),
        await store.put('renditions', AGENCY, path),
      ];

      expect(new Set(files.map(({ key }) => key))).toEqual(
        new Set([`renditions/${AGENCY}/${sha256Of(bytes)}`]),
      );
      expect(await buffer(await readBack(path))).toEqual(bytes);
    });

    it('copies to another area of the same agency', async () => {
      const file = await kept(randomBytes(5_000), 'quarantine');

      const copy = await store.copy(file, 'public');

      expect(copy).toMatchObject({ area: 'public', agencyId: AGENCY, sha256: file.sha256 });
      expect(await store.stat(file)).not.toBeNull();
    });
  });

  describe('open() and openVerified()', () => {
    const ranges = [
      [{ start: 0, end: 0 }, [0, 1]],
      [{ start: 10, end: 19 }, [10, 20]],
      [{ start: 990 }, [990, 1_000]],
      [{ start: 990, end: 5_000 }, [990, 1_000]],
    ] as const;

    it.each(ranges)('gives the part %j', async (range, [from, to]) => {
      const bytes = randomBytes(1_000);
      const file = await kept(bytes);

      const parts = [
        await buffer(await store.open(file, range)),
        await buffer(await store.openVerified(file, range)),
      ];

      expect(parts).toEqual([bytes.subarray(from, to), bytes.subarray(from, to)]);
    });

    it('refuses a part that begins beyond the end', async () => {
      const file = await kept(randomBytes(1_000));
      const beyond = { start: 1_000, end: 1_001 };

      await expect(store.open(file, beyond)).rejects.toMatchObject({ code: 'storage.range-not-satisfiable' });
      await expect(store.openVerified(file, beyond)).rejects.toMatchObject({
        code: 'storage.range-not-satisfiable',
      });
    });

    it.each([
      { start: -1 },
      { start: 1.5 },
      { start: 5, end: 4 },
      { start: Number.NaN },
      { start: 0, end: 2 ** 60 },
    ])('takes no nonsense for a part: %j', async (range) => {
      const file = await kept(randomBytes(10));

      await expect((async () => store.open(file, range))()).rejects.toThrow('not a valid file range');
    });

    it('says that a file is missing', async () => {
      const nowhere: FileRef = { area: 'records', agencyId: AGENCY, sha256: 'a'.repeat(64) };

      expect(await store.stat(nowhere)).toBeNull();
      await expect(store.open(nowhere)).rejects.toMatchObject({ code: 'storage.missing', kind: 'not-found' });
      await expect(store.localCopy(nowhere)).rejects.toMatchObject({ code: 'storage.missing' });
    });

    it('does not hand out bytes that are not those of the name', async () => {
      const bytes = randomBytes(1_000);
      const file = await kept(bytes);
      bytes[500] = (bytes[500] ?? 0) ^ 1;
      await under.overwrite(file, bytes);

      await expect(store.localCopy(file)).rejects.toMatchObject({ code: 'storage.corrupt' });
      await expect(store.openVerified(file)).rejects.toMatchObject({ code: 'storage.corrupt' });
      await expect(store.copy(file, 'public')).rejects.toMatchObject({ code: 'storage.corrupt' });
    });

    it('sees bytes that changed after they were proved', async () => {
      const file = await kept(randomBytes(1_000));
      const path = await store.localCopy(file);
      await writeFile(path, randomBytes(1_000));
      await utimes(path, new Date(), new Date(0));

      const second = store.readVerified(file).then(sha256Of, (error: unknown) => (error as Error).message);

      // What lies elsewhere is fetched again; what lies here is all there is.
      expect(await second).toBe(under.isLocal ? 'storage.corrupt' : file.sha256);
    });

    it('gives many readers one proved copy', async () => {
      const file = await kept(randomBytes(200_000));

      const paths = await Promise.all(Array.from({ length: 20 }, () => store.localCopy(file)));

      expect(new Set(paths).size).toBe(1);
      expect(sha256Of(await buffer(await readBack(paths[0] ?? '')))).toBe(file.sha256);
    });
  });

  describe('remove() and list()', () => {
    it('removes, and removing again is no error', async () => {
      const file = await kept(randomBytes(100));

      await store.remove(file);
      await store.remove(file);

      expect(await store.stat(file)).toBeNull();
    });

    it('lists what is old enough, of every agency, in one area', async () => {
      const [mine, theirs] = [
        await store.put('quarantine', AGENCY, randomBytes(10)),
        await store.put('quarantine', OTHER_AGENCY, randomBytes(10)),
      ];
      const public_ = await store.put('public', AGENCY, randomBytes(10));

      const old = await keysOf(store.list('quarantine', new Date(Date.now() - 60_000)));
      const all = await keysOf(store.list('quarantine', new Date(Date.now() + 60_000)));

      expect(old).not.toContain(mine.key);
      expect(all).toEqual(expect.arrayContaining([mine.key, theirs.key]));
      expect(all).not.toContain(public_.key);
    });
  });

  describe('after a crash', () => {
    it('sweeps uploads that nobody promoted, and only the old ones', async () => {
      const temp = await store.receive(chunks(randomBytes(100)), LIMIT);

      const young = await store.sweepUploads(new Date(Date.now() - 60_000));
      const old = await store.sweepUploads(new Date(Date.now() + 60_000));

      expect([young, old]).toEqual([0, 1]);
      await expect(readBack(temp.path)).rejects.toThrow('ENOENT');
    });

    it('finishes a promotion that broke off before the upload was forgotten', async () => {
      const bytes = randomBytes(100);
      const file = await kept(bytes);

      const temp = await store.receive(chunks(bytes), LIMIT);
      const again = await store.promote(temp, 'records', AGENCY);

      expect(again).toEqual(file);
      expect(await under.uploadsLeft()).toEqual([]);
    });
  });

  describe('keys', () => {
    const good: FileRef = { area: 'records', agencyId: AGENCY, sha256: 'b'.repeat(64) };

    it.each([
      { ...good, agencyId: '../../etc' },
      { ...good, agencyId: `${AGENCY}/../x` },
      { ...good, agencyId: '' },
      { ...good, sha256: '../../../etc/passwd' },
      { ...good, sha256: 'B'.repeat(64) },
      { ...good, sha256: `${'b'.repeat(63)}\0` },
      { ...good, area: '../tmp' as 'records' },
      { ...good, area: 'tmp' as 'records' },
    ])('takes no reference that could leave its folder: %j', async (ref) => {
      const attempts = [
        () => store.open(ref),
        () => store.stat(ref),
        () => store.remove(ref),
        () => store.localCopy(ref),
      ];

      for (const attempt of attempts)
        await expect((async () => attempt())()).rejects.toThrow('not a valid file key');
    });

    it('takes no upload id that could leave the folder of uploads', async () => {
      const temp = await store.receive(chunks(randomBytes(10)), LIMIT);

      await expect(store.promote({ ...temp, id: '../../../etc/passwd' }, 'records', AGENCY)).rejects.toThrow(
        'not a valid file',
      );

      await store.discard(temp);
    });
  });

  describe('when the store is away', () => {
    it('says so with one code, and works again when it is back', async () => {
      const file = await kept(randomBytes(100));
      const temp = await store.receive(chunks(randomBytes(100)), LIMIT);
      const away = { code: 'storage.unavailable', kind: 'unavailable' };

      await under.away(async () => {
        await expect(store.check()).rejects.toMatchObject(away);
        await expect(store.stat(file)).rejects.toMatchObject(away);
        await expect(store.open(file)).rejects.toMatchObject(away);
        await expect(store.promote(temp, 'records', AGENCY)).rejects.toMatchObject(away);
      });

      await store.check();
      const promoted = await store.promote(temp, 'records', AGENCY);
      expect(await store.stat(promoted)).toMatchObject({ size: 100 });
    });

    it('gives a process only the areas that it was given', async () => {
      const portal = await under.only(['public']);
      const page = await store.put('public', AGENCY, randomBytes(10));
      const record = await kept(randomBytes(10));

      expect(await portal.stat(page)).toMatchObject({ size: 10 });
      await expect((async () => portal.open(record))()).rejects.toMatchObject({
        code: 'storage.unavailable',
      });
      await expect((async () => portal.localCopy(record))()).rejects.toMatchObject({
        code: 'storage.unavailable',
      });
    });
  });
});

function fail(): never {
  throw new Error('no file');
}

async function readBack(path: string): Promise<Readable> {
  return (await open(path)).createReadStream();
}

async function keysOf(files: AsyncIterable<StoredFile>): Promise<string[]> {
  const keys: string[] = [];
  for await (const { key } of files) keys.push(key);
  return keys;
}
