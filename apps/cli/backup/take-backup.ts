import { createWriteStream } from 'node:fs';
import { mkdir, open, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { type FileStore, type ListedFile, STORAGE_AREAS } from '@app/platform/storage';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import { type Head } from '../journal/verify-chain';
import { Digest } from './digest';
import {
  BackupRefused,
  type BackupManifest,
  FILE_LIST,
  type FileCopy,
  filePath,
  FORMAT,
  sealManifest,
  type TableCopy,
} from './manifest';
import { connectedForCopy, type CopiedTable, copyOut, nameOf, tablesOf } from './tables';

export interface BackupSource {
  /** As `iso_backup`, which reads past the policies; another role would copy nothing and call it a success. */
  readonly url: string;
  readonly queueSchema: string;
  readonly files: FileStore;
}

export interface BackupTaken {
  readonly manifest: BackupManifest;
  readonly bytes: number;
  /** Files whose bytes are not those that their name promises: they are kept, and told. */
  readonly problems: readonly string[];
}

/**
 * Copies a running installation into an empty folder: every table as of one moment, then every file. Files are never
 * changed and are kept before a row names them, so each row of the copy finds its file in it. Nothing is held in memory.
 * @throws BackupRefused when the folder is not empty or the role does not see everything
 */
export async function takeBackup(source: BackupSource, folder: string): Promise<BackupTaken> {
  const startedAt = new Date().toISOString();
  await mkdir(join(folder, 'tables'), { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 1) throw new BackupRefused([`${folder}: thư mục phải trống`]);
  const database = await copyDatabase(source, folder);
  const files = await copyFiles(source.files, folder);
  const manifest: BackupManifest = {
    format: FORMAT,
    startedAt,
    finishedAt: new Date().toISOString(),
    ...database,
    files: { count: files.count, bytes: files.bytes, listSha256: files.listSha256 },
  };
  await sealManifest(folder, manifest);
  const bytes = files.bytes + database.tables.reduce((sum, table) => sum + table.bytes, 0);
  return { manifest, bytes, problems: files.problems };
}

async function copyDatabase(
  { url, queueSchema }: BackupSource,
  folder: string,
): Promise<Pick<BackupManifest, 'postgres' | 'migrations' | 'tables' | 'heads'>> {
  const client = new Client({ connectionString: url });
  await connectedForCopy(client);
  try {
    await client.query('begin isolation level repeatable read read only');
    await assertSeesAll(client);
    const tables: TableCopy[] = [];
    for (const table of await tablesOf(client, queueSchema))
      tables.push(await copyTable(client, table, folder));
    const { rows: heads } = await client.query<Head>(
      `select agency_id as "agencyId", seq::int8::float8 as seq, encode(hash, 'hex') as hash
         from journal.head order by agency_id`,
    );
    const { rows: migrations } = await client.query<{ name: string }>(
      'select name from public.migration order by "timestamp"',
    );
    const { rows: version } = await client.query<{ server_version: string }>('show server_version');
    await client.query('commit');
    return {
      postgres: version[0]?.server_version ?? '',
      migrations: migrations.map(({ name }) => name),
      tables,
      heads,
    };
  } finally {
    await client.end();
  }
}

/** A backup can be empty and succeed: under the policies every table looks empty. */
async function assertSeesAll(client: Client): Promise<void> {
  const { rows } = await client.query<{ past: boolean }>(
    'select rolbypassrls or rolsuper as past from pg_roles where rolname = current_user',
  );
  if (rows[0]?.past !== true)
    throw new BackupRefused(['vai trò này không đọc được mọi dòng (cần iso_backup): bản sao lưu sẽ rỗng']);
}

async function copyTable(client: Client, table: CopiedTable, folder: string): Promise<TableCopy> {
  const file = join('tables', `${nameOf(table)}.copy.gz`);
  const rows = new Digest();
  const packed = new Digest();
  await pipeline(
    client.query(copyTo(copyOut(table))),
    rows,
    createGzip({ level: 6 }),
    packed,
    createWriteStream(join(folder, file), { flags: 'wx' }),
  );
  const { sha256, lines } = rows.result();
  const { sha256: fileSha256, size: bytes } = packed.result();
  const { columns, key } = table;
  return { name: nameOf(table), columns, key, rows: lines, sha256, file, fileSha256, bytes };
}

interface CopiedFiles {
  count: number;
  bytes: number;
  listSha256: string;
  problems: string[];
}

async function copyFiles(store: FileStore, folder: string): Promise<CopiedFiles> {
  const list = await open(join(folder, FILE_LIST), 'wx');
  const lines = new Digest();
  lines.resume();
  const copied = { count: 0, bytes: 0, problems: [] as string[] };
  // Later ones belong to rows that the copy does not hold.
  const until = new Date();
  try {
    for (const area of STORAGE_AREAS) {
      for await (const file of store.list(area, until)) {
        const { copy, problem } = await copyFile(store, file, folder);
        if (problem !== null) copied.problems.push(problem);
        if (copy === null) continue;
        const line = Buffer.from(`${JSON.stringify(copy)}\n`);
        lines.write(line);
        await list.appendFile(line);
        copied.count += 1;
        copied.bytes += copy.size;
      }
    }
  } finally {
    await list.close();
  }
  lines.end();
  return { ...copied, listSha256: lines.result().sha256 };
}

/** A file that goes while we copy was an upload that nobody kept: no row of the copy names it, or the drill says so. */
async function copyFile(
  store: FileStore,
  file: ListedFile,
  folder: string,
): Promise<{ copy: FileCopy | null; problem: string | null }> {
  const { area, agencyId, sha256 } = file;
  const source = await store.open(file).catch(() => null);
  if (source === null) return { copy: null, problem: null };
  const target = join(folder, filePath({ area, agencyId, sha256, size: 0 }));
  await mkdir(dirname(target), { recursive: true, mode: 0o700 });
  const digest = new Digest();
  await pipeline(source, digest, createWriteStream(target, { flags: 'wx' }));
  const found = digest.result();
  return {
    copy: { area, agencyId, sha256, size: found.size },
    problem: found.sha256 === sha256 ? null : `${file.key}: nội dung khác với băm trong kho tệp`,
  };
}
