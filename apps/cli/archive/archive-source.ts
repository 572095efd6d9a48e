import { createReadStream } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';
import { type Readable } from 'node:stream';

import { type Entry, openPromise } from 'yauzl';

/** An archive to be looked at: a .zip, or the folder that it was unpacked to. */
export interface ArchiveSource {
  paths: () => readonly string[];
  open: (path: string) => Promise<Readable>;
  close: () => void;
}

export async function openArchive(path: string): Promise<ArchiveSource> {
  return (await stat(path)).isDirectory() ? folderSource(path) : zipSource(path);
}

async function folderSource(root: string): Promise<ArchiveSource> {
  const found = await readdir(root, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join('/'));
  return {
    paths: () => paths,
    open: (path) => Promise.resolve(createReadStream(join(root, path))),
    close: () => undefined,
  };
}

async function zipSource(path: string): Promise<ArchiveSource> {
  const zip = await openPromise(path, { lazyEntries: true, autoClose: false });
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return {
    paths: () => [...entries.keys()],
    open: async (name) => {
      const entry = entries.get(name);
      if (entry === undefined) throw new Error(`không có ${name}`);
      return zip.openReadStreamPromise(entry);
    },
    close: () => {
      zip.close();
    },
  };
}
