import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { type Head } from '../journal/verify-chain';

export const FORMAT = 'iso-backup-v1';
export const MANIFEST = 'manifest.json';
/** Stands beside the manifest: a manifest cannot hold its own hash. */
export const SEAL = 'manifest.sha256';
export const FILE_LIST = 'files.lines';

export interface TableCopy {
  readonly name: string;
  readonly columns: readonly string[];
  readonly key: readonly string[];
  readonly rows: number;
  /** Of what COPY wrote, before packing: the same rows give the same hash in another database. */
  readonly sha256: string;
  readonly file: string;
  /** Of the packed file, as it lies here. */
  readonly fileSha256: string;
  readonly bytes: number;
}

export interface BackupManifest {
  readonly format: typeof FORMAT;
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly postgres: string;
  /** Migrations that had run: a restore brings an empty database to exactly these. */
  readonly migrations: readonly string[];
  readonly tables: readonly TableCopy[];
  readonly heads: readonly Head[];
  readonly files: { readonly count: number; readonly bytes: number; readonly listSha256: string };
}

/** One file of the store, as it lies in the backup. */
export interface FileCopy {
  readonly area: string;
  readonly agencyId: string;
  readonly sha256: string;
  readonly size: number;
}

export class BackupRefused extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`Bản sao lưu bị từ chối:\n${problems.map((problem) => `  - ${problem}`).join('\n')}`);
  }
}

export async function sealManifest(folder: string, manifest: BackupManifest): Promise<void> {
  const text = `${JSON.stringify(manifest, null, 1)}\n`;
  await writeFile(join(folder, MANIFEST), text, { flag: 'wx' });
  await writeFile(join(folder, SEAL), `${hashOf(text)}  ${MANIFEST}\n`, { flag: 'wx' });
}

/** @throws BackupRefused when it is not whole or not ours */
export async function openManifest(folder: string): Promise<BackupManifest> {
  try {
    const text = await readFile(join(folder, MANIFEST), 'utf8');
    const seal = await readFile(join(folder, SEAL), 'utf8');
    if (!seal.startsWith(`${hashOf(text)} `)) throw new BackupRefused([`${MANIFEST}: sai băm`]);
    const manifest = JSON.parse(text) as BackupManifest;
    if ((manifest.format as string) !== FORMAT)
      throw new BackupRefused([`${MANIFEST}: không phải ${FORMAT}`]);
    return manifest;
  } catch (error) {
    if (error instanceof BackupRefused) throw error;
    throw new BackupRefused([`${MANIFEST}: không đọc được (bản sao lưu dở dang?)`]);
  }
}

/** Where a file of the store lies below the folder of a backup. */
export function filePath({ area, agencyId, sha256 }: FileCopy): string {
  return join('files', area, agencyId, sha256);
}

function hashOf(text: string): string {
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
