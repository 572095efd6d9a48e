import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { Digest } from './digest';
import {
  BackupRefused,
  type BackupManifest,
  FILE_LIST,
  type FileCopy,
  filePath,
  openManifest,
} from './manifest';

/** Tells of so many faults at once; one is enough to refuse. */
const MOST_TOLD = 50;

/**
 * Reads the whole backup before anything is restored from it.
 * @throws BackupRefused naming what is missing, cut short or changed
 */
export async function checkBackup(folder: string): Promise<BackupManifest> {
  const manifest = await openManifest(folder);
  const problems: string[] = [];
  for (const { name, file, fileSha256, bytes } of manifest.tables) {
    const problem = await compare(join(folder, file), { sha256: fileSha256, size: bytes });
    if (problem !== null) problems.push(`bảng ${name}: ${problem}`);
  }
  const list = await compare(join(folder, FILE_LIST), { sha256: manifest.files.listSha256, size: null });
  if (list !== null) throw new BackupRefused([...problems, `${FILE_LIST}: ${list}`]);
  for await (const file of filesOf(folder)) {
    const path = filePath(file);
    const problem = await compare(join(folder, path), file);
    if (problem !== null) problems.push(`tệp ${path}: ${problem}`);
    if (problems.length >= MOST_TOLD) break;
  }
  if (problems.length > 0) throw new BackupRefused(problems);
  return manifest;
}

export async function* filesOf(folder: string): AsyncGenerator<FileCopy> {
  const list = await open(join(folder, FILE_LIST), 'r');
  try {
    for await (const line of list.readLines()) yield JSON.parse(line) as FileCopy;
  } finally {
    await list.close().catch(() => undefined);
  }
}

async function compare(
  path: string,
  expected: { sha256: string; size: number | null },
): Promise<string | null> {
  const digest = new Digest();
  const nowhere = new Writable({ write: (_, __, done) => done() });
  try {
    await pipeline(createReadStream(path), digest, nowhere);
  } catch {
    return 'không đọc được';
  }
  const { sha256, size } = digest.result();
  if (expected.size !== null && size !== expected.size) return 'sai kích thước';
  return sha256 === expected.sha256 ? null : 'sai băm';
}
