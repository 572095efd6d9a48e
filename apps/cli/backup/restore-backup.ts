import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';

import { migrate } from '@app/platform/database';
import { type FileStore, isStorageArea } from '@app/platform/storage';
import { Client } from 'pg';
import { from as copyFrom } from 'pg-copy-streams';

import { MIGRATIONS } from '../../../migrations';
import { checkBackup, filesOf } from './check-backup';
import { type BackupManifest, BackupRefused } from './manifest';
import { connectedForCopy, copyIn, type CopiedTable, nameOf, quoted, tablesOf } from './tables';

export interface RestoreTarget {
  /** As `iso_owner`, an empty database of its own. */
  readonly url: string;
  readonly queueSchema: string;
  /** Null: the files are restored by other means. */
  readonly files: FileStore | null;
}

/**
 * Brings a backup back: the schema by the migrations that had run, every row, every foreign key checked again, then the
 * files. A backup of an older product is brought up to this one at the end.
 * @throws BackupRefused before anything is written
 */
export async function restoreBackup(folder: string, target: RestoreTarget): Promise<BackupManifest> {
  const manifest = await checkBackup(folder);
  const known = migrationsOf(manifest);
  await assertEmpty(target.url);
  await migrate(target.url, known, target.queueSchema);
  await loadRows(folder, manifest, target);
  await migrate(target.url, MIGRATIONS, target.queueSchema);
  if (target.files !== null) await restoreFiles(folder, target.files);
  return manifest;
}

/** The migrations that the backed up database had, of those that this product knows. */
function migrationsOf({ migrations }: BackupManifest): (typeof MIGRATIONS)[number][] {
  const had = new Set(migrations);
  const known = MIGRATIONS.filter(({ name }) => had.has(name));
  if (known.length !== had.size)
    throw new BackupRefused(['bản sao lưu của phiên bản phần mềm mới hơn: hãy nâng cấp phần mềm trước']);
  return known;
}

async function assertEmpty(url: string): Promise<void> {
  await withClient(url, async (client) => {
    const { rows } = await client.query<{ tables: number }>(
      `select count(*)::int as tables from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind = 'r' and n.nspname not like 'pg\\_%' and n.nspname <> 'information_schema'`,
    );
    if (rows[0]?.tables !== 0)
      throw new BackupRefused(['cơ sở dữ liệu đích không trống: phục hồi chỉ ghi vào cơ sở dữ liệu trống']);
  });
}

/** All in one transaction: a restore that fails half-way leaves the schema and no row. */
async function loadRows(folder: string, manifest: BackupManifest, target: RestoreTarget): Promise<void> {
  await withClient(target.url, async (client) => {
    const tables = new Map(
      (await tablesOf(client, target.queueSchema)).map((table) => [nameOf(table), table]),
    );
    await client.query('begin');
    const rules = await dropRules(client);
    await client.query(
      `truncate ${[...tables.values()].map(({ schema, table }) => quoted(schema, table)).join(', ')}`,
    );
    for (const copy of manifest.tables) {
      const table = tables.get(copy.name);
      if (table === undefined) throw new BackupRefused([`bảng ${copy.name} không có trong cấu trúc`]);
      await loadTable(client, { ...table, columns: copy.columns }, join(folder, copy.file));
    }
    for (const rule of rules) await client.query(rule);
    await setSequences(client, target.queueSchema);
    await client.query('commit');
    await client.query('analyze');
  });
}

/**
 * Takes away foreign keys and triggers while rows come in, table by table in any order.
 * @returns the statements that bring them back; a key that does not hold fails there
 */
async function dropRules(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ drop: string; add: string }>(
    `select format('alter table %s drop constraint %I', conrelid::regclass, conname) as drop,
            format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as add
       from pg_constraint where contype = 'f' and connamespace::regnamespace::text !~ '^(pg_|information_schema)'
     union all
     select distinct format('alter table %s disable trigger user', tgrelid::regclass),
            format('alter table %s enable trigger user', tgrelid::regclass)
       from pg_trigger where not tgisinternal`,
  );
  for (const { drop } of rows) await client.query(drop);
  return rows.map(({ add }) => add);
}

async function loadTable(client: Client, table: CopiedTable, path: string): Promise<void> {
  await pipeline(createReadStream(path), createGunzip(), client.query(copyFrom(copyIn(table))));
}

/** Counters go on after the highest number that came back. */
async function setSequences(client: Client, queueSchema: string): Promise<void> {
  const { rows } = await client.query<{ statement: string }>(
    `select format('select setval(%L, coalesce((select max(%I) from %s), 0) + 1, false)',
              s.oid::regclass, a.attname, d.refobjid::regclass) as statement
       from pg_class s join pg_namespace n on n.oid = s.relnamespace
       join pg_depend d on d.objid = s.oid and d.classid = 'pg_class'::regclass and d.deptype in ('a', 'i')
       join pg_attribute a on a.attrelid = d.refobjid and a.attnum = d.refobjsubid
      where s.relkind = 'S' and n.nspname <> $1`,
    [queueSchema],
  );
  for (const { statement } of rows) await client.query(statement);
}

async function restoreFiles(folder: string, files: FileStore): Promise<void> {
  for await (const { area, agencyId, sha256 } of filesOf(folder)) {
    if (!isStorageArea(area)) throw new BackupRefused([`khu vực tệp lạ: ${area}`]);
    await files.put(area, agencyId, join(folder, 'files', area, agencyId, sha256));
  }
}

async function withClient(url: string, work: (client: Client) => Promise<void>): Promise<void> {
  const client = new Client({ connectionString: url });
  await connectedForCopy(client);
  try {
    await work(client);
  } finally {
    await client.end();
  }
}
