import { createReadStream, type Stats } from 'node:fs';
import { lstat, readdir, readFile } from 'node:fs/promises';
import { extname, join } from 'node:path';

import { type Actor } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { SourceUnreadable } from '../../domain/intake/refusals';
import { type ReadyNotice, readyNotices } from './ready-notices';
import { ReceiveText } from './receive-text';

const MOST_FILES = 500;
const FEED_LIMIT_BYTES = 5 * 1024 * 1024;
const DOCUMENT_LIMIT_BYTES = 50 * 1024 * 1024;
/** Whoever copies a file into the folder is done with it when it has not changed for so long. */
const SETTLED_MS = 2_000;
const DOCUMENTS = ['.doc', '.docx', '.pdf', '.txt'];
const FEEDS = ['.xml', '.rss', '.atom'];

/** The folder that the operator opened for sources; null: none. */
export abstract class WatchFolder {
  abstract readonly path: string | null;
}

/** A file of the folder that has been looked at before need not be taken again. */
export type KnownFiles = (keys: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/**
 * Files that somebody, or another program, puts into `<folder of the operator>/<path of the agency>/<name>`. A link
 * leads nowhere: it could point at anything that the worker may read.
 */
@Injectable()
export class WatchedFolder {
  constructor(
    private readonly folder: WatchFolder,
    private readonly receive: ReceiveText,
  ) {}

  /** @throws SourceUnreadable */
  async notices(actor: Actor, name: string, known: KnownFiles): Promise<ReadyNotice[]> {
    if (this.folder.path === null) throw new SourceUnreadable('no-folder');
    const folder = join(this.folder.path, actor.agencyPath, name);
    const files = await settledFiles(folder);
    const hashes = await known(files.map(({ file }) => file));
    const notices: ReadyNotice[] = [];
    for (const { file, stat } of files) {
      const hash = `${String(stat.size)}-${String(stat.mtimeMs)}`;
      if (hashes.get(file) === hash) continue;
      notices.push(...(await this.#read(actor, { folder, file, hash, size: stat.size })));
    }
    return notices;
  }

  async #read(
    actor: Actor,
    { folder, file, hash, size }: { folder: string; file: string; hash: string; size: number },
  ): Promise<ReadyNotice[]> {
    const path = join(folder, file);
    const isFeed = FEEDS.includes(extname(file).toLowerCase());
    if (isFeed) return size > FEED_LIMIT_BYTES ? [] : readyNotices(await readFile(path, 'utf8'), `${file}#`);
    if (size > DOCUMENT_LIMIT_BYTES) return [];
    const kept = await this.receive.keep(actor, file, createReadStream(path));
    const title = file.normalize('NFC');
    return [
      {
        key: file,
        title,
        link: null,
        publishedOn: null,
        text: '',
        isWithdrawn: false,
        contentHash: hash,
        identityKey: null,
        file: kept,
      },
    ];
  }
}

async function settledFiles(folder: string): Promise<{ file: string; stat: Stats }[]> {
  const files: { file: string; stat: Stats }[] = [];
  for (const file of await namesIn(folder)) {
    const stat = await lstat(join(folder, file));
    if (stat.isFile() && Date.now() - stat.mtimeMs > SETTLED_MS) files.push({ file, stat });
  }
  return files;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    if (!(await lstat(folder)).isDirectory()) throw new SourceUnreadable('no-folder');
    const names = await readdir(folder);
    const wanted = names.filter((name) => [...DOCUMENTS, ...FEEDS].includes(extname(name).toLowerCase()));
    if (wanted.length > MOST_FILES) throw new SourceUnreadable('too-many-items', { most: MOST_FILES });
    return wanted.sort();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') throw new SourceUnreadable('no-folder');
    throw error;
  }
}
