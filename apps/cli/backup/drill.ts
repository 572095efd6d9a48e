import { mkdir, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';

import { KEPT_FILES, keptFilesSql } from '@cli/dossiers';
import { type CliSettings } from '@app/platform/config';
import { prepareDatabase } from '@app/platform/database';
import { type FileStore, makeFileStore } from '@app/platform/storage';
import { Client } from 'pg';
import { to as copyTo } from 'pg-copy-streams';

import { verifyJournal } from '../commands/journal';
import { Digest } from './digest';
import { type BackupManifest } from './manifest';
import { restoreBackup } from './restore-backup';
import { connectedForCopy, copyOut, nameOf, tablesOf } from './tables';
import { type BackupSource, type BackupTaken, takeBackup } from './take-backup';

export interface DrillPlan {
  readonly source: BackupSource;
  readonly settings: CliSettings;
  readonly superuserUrl: string;
  readonly ownerUrl: string;
  /** An empty folder: backup, restored files and report lie in it. */
  readonly folder: string;
  /** A backup that stands; a new one is taken when null. */
  readonly backup: string | null;
  readonly keep: boolean;
}

export interface DrillReport {
  readonly startedAt: string;
  readonly finishedAt: string;
  readonly postgres: string;
  readonly backup: string;
  readonly seconds: { backup: number; restore: number; compare: number; journal: number; files: number };
  readonly bytes: number;
  readonly tables: { name: string; rows: number; same: boolean }[];
  readonly rows: number;
  readonly journal: { agencies: number; entries: number; faults: number };
  readonly files: { inBackup: number; promised: number; intact: number };
  readonly problems: string[];
}

/**
 * Proves that what was backed up comes back: into a database and a folder made for it, compared table by table, the
 * journals of all agencies recomputed, the bytes of every file that a row promises hashed.
 */
export async function runDrill(plan: DrillPlan): Promise<DrillReport> {
  const startedAt = new Date().toISOString();
  const watch = new StopWatch();
  await mkdir(plan.folder, { recursive: true, mode: 0o700 });
  const backup = plan.backup ?? join(plan.folder, 'backup');
  const taken = plan.backup === null ? await takeBackup(plan.source, backup) : null;
  watch.lap('backup');
  const scratch = await Scratch.make(plan);
  try {
    const files = makeFileStore({ kind: 'folder', root: join(plan.folder, 'restored-files') });
    await files.prepare();
    const target = { url: scratch.url, queueSchema: plan.source.queueSchema, files };
    const manifest = await restoreBackup(backup, target);
    watch.lap('restore');
    const tables = await compareTables(manifest, target);
    watch.lap('compare');
    const journal = await compareJournal(plan, manifest, scratch.url);
    watch.lap('journal');
    const kept = await compareFiles(scratch.url, files);
    watch.lap('files');
    return {
      startedAt,
      finishedAt: new Date().toISOString(),
      postgres: manifest.postgres,
      backup,
      seconds: watch.seconds,
      bytes: await bytesOf(taken, backup),
      tables: tables.lines,
      rows: manifest.tables.reduce((sum, { rows }) => sum + rows, 0),
      journal: journal.figures,
      files: { inBackup: manifest.files.count, ...kept.figures },
      problems: [...(taken?.problems ?? []), ...tables.problems, ...journal.problems, ...kept.problems],
    };
  } finally {
    await scratch.drop();
    if (!plan.keep) {
      await rm(join(plan.folder, 'restored-files'), { recursive: true, force: true });
      if (plan.backup === null) await rm(backup, { recursive: true, force: true });
    }
  }
}

type Lap = keyof DrillReport['seconds'];

class StopWatch {
  readonly seconds: Record<Lap, number> = { backup: 0, restore: 0, compare: 0, journal: 0, files: 0 };
  #since = performance.now();

  lap(name: Lap): void {
    const now = performance.now();
    this.seconds[name] = Math.round((now - this.#since) / 10) / 100;
    this.#since = now;
  }
}

/** A database for the drill alone, on the same cluster. */
class Scratch {
  private constructor(
    private readonly superuserUrl: string,
    private readonly name: string,
    readonly url: string,
  ) {}

  static async make({ superuserUrl, ownerUrl }: DrillPlan): Promise<Scratch> {
    const name = `iso_drill_${new Date().toISOString().replace(/\D/g, '').slice(0, 17)}`;
    await asSuperuser(superuserUrl, null, async (client) => {
      await client.query(`create database "${name}" owner iso_owner template template0`);
    });
    await asSuperuser(superuserUrl, name, prepareDatabase);
    const url = new URL(ownerUrl);
    url.pathname = `/${name}`;
    return new Scratch(superuserUrl, name, url.href);
  }

  async drop(): Promise<void> {
    await asSuperuser(this.superuserUrl, null, async (client) => {
      await client.query(`drop database if exists "${this.name}" with (force)`);
    });
  }
}

async function asSuperuser(
  superuserUrl: string,
  database: string | null,
  work: (client: Client) => Promise<void>,
): Promise<void> {
  const url = new URL(superuserUrl);
  if (database !== null) url.pathname = `/${database}`;
  const client = new Client({ connectionString: url.href });
  await client.connect();
  try {
    await work(client);
  } finally {
    await client.end();
  }
}

async function compareTables(
  manifest: BackupManifest,
  { url, queueSchema }: { url: string; queueSchema: string },
): Promise<{ lines: DrillReport['tables']; problems: string[] }> {
  const client = new Client({ connectionString: url });
  await connectedForCopy(client);
  try {
    const present = new Map((await tablesOf(client, queueSchema)).map((table) => [nameOf(table), table]));
    const lines: DrillReport['tables'] = [];
    const problems: string[] = [];
    for (const { name, columns, rows, sha256 } of manifest.tables) {
      const table = present.get(name);
      const digest = new Digest();
      // The migrations that a newer product adds are its own rows.
      if (table !== undefined && name !== 'public.migration')
        await pipeline(client.query(copyTo(copyOut({ ...table, columns }))), digest, nowhere());
      const found = digest.result();
      const same = name === 'public.migration' || (found.sha256 === sha256 && found.lines === rows);
      if (!same)
        problems.push(
          `bảng ${name}: ${String(found.lines)} dòng thay vì ${String(rows)}, hoặc nội dung khác`,
        );
      lines.push({ name, rows, same });
    }
    return { lines, problems };
  } finally {
    await client.end();
  }
}

async function compareJournal(
  { settings, folder }: DrillPlan,
  { heads }: BackupManifest,
  url: string,
): Promise<{ figures: DrillReport['journal']; problems: string[] }> {
  const file = join(folder, 'heads.json');
  await writeFile(file, JSON.stringify({ heads }));
  const { agencies, entries, faults } = await verifyJournal(
    { ...settings, backupUrl: null, ownerUrl: url },
    file,
  );
  return {
    figures: { agencies, entries, faults: faults.length },
    problems: faults.map(
      ({ agencyId, seq, fault }) => `nhật ký của ${agencyId}: sai lệch "${fault}" ở dòng ${String(seq)}`,
    ),
  };
}

async function compareFiles(
  url: string,
  files: FileStore,
): Promise<{ figures: { promised: number; intact: number }; problems: string[] }> {
  const client = new Client({ connectionString: url });
  await connectedForCopy(client);
  const figures = { promised: 0, intact: 0 };
  const problems: string[] = [];
  try {
    await client.query('begin read only');
    for (const kept of KEPT_FILES) {
      await client.query(`declare kept no scroll cursor for ${keptFilesSql(kept, null)}`);
      for (;;) {
        const { rows } = await client.query<{ agency_id: string; sha256: string }>('fetch 500 from kept');
        for (const { agency_id: agencyId, sha256 } of rows) {
          const isIntact = await isWhole(files, { area: kept.area, agencyId, sha256 });
          figures.promised += 1;
          if (isIntact) figures.intact += 1;
          else problems.push(`${kept.table}.${kept.column}: thiếu hoặc sai tệp ${sha256} của ${agencyId}`);
        }
        if (rows.length === 0) break;
      }
      await client.query('close kept');
    }
    return { figures, problems };
  } finally {
    await client.end();
  }
}

async function isWhole(files: FileStore, ref: Parameters<FileStore['open']>[0]): Promise<boolean> {
  const digest = new Digest();
  try {
    await pipeline(await files.open(ref), digest, nowhere());
  } catch {
    return false;
  }
  return digest.result().sha256 === ref.sha256;
}

function nowhere(): Writable {
  return new Writable({ write: (_chunk, _encoding, done) => done() });
}

async function bytesOf(taken: BackupTaken | null, folder: string): Promise<number> {
  if (taken !== null) return taken.bytes;
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (entry.isFile()) bytes += (await stat(join(entry.parentPath, entry.name))).size;
  }
  return bytes;
}
