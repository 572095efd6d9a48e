import { chmod, mkdir, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { makeFileStore } from './file-store';

const AGENCY = '0190a000-0000-7000-8000-000000000001';

describe('FileStore on a folder', () => {
  let base: string;

  beforeEach(async () => {
    base = await mkdtemp(join(tmpdir(), 'iso-folder-'));
  });

  afterEach(async () => {
    await rm(base, { recursive: true });
  });

  it('lets nobody but its own account read', async () => {
    await chmod(base, 0o755);
    const root = join(base, 'files');
    const store = makeFileStore({ kind: 'folder', root });
    await store.prepare();
    const temp = await store.receive(Readable.from([Buffer.from('x')]), { limitBytes: 10 });
    const upload = await stat(temp.path);

    const file = await store.promote(temp, 'records', AGENCY);

    const modes = ['records', `records/${AGENCY}`, 'tmp', file.key].map(
      async (part) => (await stat(join(root, part))).mode & 0o777,
    );
    expect(await Promise.all(modes)).toEqual([0o700, 0o700, 0o700, 0o600]);
    expect(upload.mode & 0o777).toBe(0o600);
  });

  it('does not take the empty folder under a lost mount for an empty store', async () => {
    const root = join(base, 'files');
    const store = makeFileStore({ kind: 'folder', root });
    await store.prepare();
    const file = await store.put('records', AGENCY, Buffer.from('x'));
    await rm(root, { recursive: true });
    for (const folder of ['tmp', 'records']) await mkdir(join(root, folder), { recursive: true });

    await expect(store.stat(file)).rejects.toMatchObject({ code: 'storage.unavailable' });
    await expect(store.put('records', AGENCY, Buffer.from('x'))).rejects.toMatchObject({
      code: 'storage.unavailable',
    });

    expect(await readdir(join(root, 'records'))).toEqual([]);
  });
});
