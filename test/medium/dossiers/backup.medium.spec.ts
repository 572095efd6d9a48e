import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { KEPT_FILES, NO_KEPT_FILE } from '@cli/dossiers';
import { cliSettings } from '@app/platform/config';

import { checkBackup } from '../../../apps/cli/backup/check-backup';
import { type DrillReport, runDrill } from '../../../apps/cli/backup/drill';
import { drillText } from '../../../apps/cli/backup/drill-report';
import { type BackupManifest, openManifest, sealManifest } from '../../../apps/cli/backup/manifest';
import { recordRun } from '../../../apps/cli/backup/record-run';
import { restoreBackup } from '../../../apps/cli/backup/restore-backup';
import { type BackupSource, takeBackup } from '../../../apps/cli/backup/take-backup';
import { anOffice, type Library, type Officer, Stage } from '../../support/staging';

const folder = mkdtempSync(join(tmpdir(), 'iso-spec-backup-'));
let stage: Stage;
let library: Library;
let source: BackupSource;

const inside = (name: string): string => join(folder, name);

beforeAll(async () => {
  stage = await Stage.open();
  await stage.world.installation();
  library = await stage.library();
  await library.effective({ title: 'Tiếng Việt:\tcó \\ và "nháy"\nhai dòng' });
  await library.draft();
  source = { url: stage.world.database.urls.backup, queueSchema: 'bullmq', files: stage.api.files };
}, 60_000);

afterAll(async () => {
  await stage.close();
  rmSync(folder, { recursive: true, force: true });
});

const planOf = (name: string, backup: string | null): Parameters<typeof runDrill>[0] => ({
  source,
  settings: cliSettings(stage.environment),
  superuserUrl: stage.world.database.urls.superuser,
  ownerUrl: stage.world.database.urls.owner,
  folder: inside(name),
  backup,
  keep: false,
});

describe('DI-20 backup and restore drill', () => {
  let report: DrillReport;
  let manifest: BackupManifest;

  beforeAll(async () => {
    ({ manifest } = await takeBackup(source, inside('backup')));
    report = await runDrill(planOf('drill', inside('backup')));
  }, 120_000);

  it('DI-20: brings back every row and file, and proves it', () => {
    expect(report.problems.filter((problem) => !problem.includes('thiếu hoặc sai tệp'))).toEqual([]);
    expect(report.tables.filter(({ same }) => !same)).toEqual([]);
    expect(report.tables.length).toBeGreaterThan(90);
    expect(report.rows).toBeGreaterThan(50);
    expect(report.journal.faults).toBe(0);
    expect(report.journal.entries).toBeGreaterThan(10);
    expect(report.files.intact).toBeGreaterThanOrEqual(4);
    expect(drillText(report)).toContain('| documents.version |');
  });

  it('DI-20: counts rows, not successes: a role under the policies is refused', async () => {
    const blind = { ...source, url: stage.world.database.urls.app };

    await expect(takeBackup(blind, inside('blind'))).rejects.toThrow('sẽ rỗng');
  });

  it('DI-20: is one moment while people write on', async () => {
    const drafting = { isOver: false };
    const writing = (async () => {
      for (let turn = 0; !drafting.isOver && turn < 30; turn += 1) await library.draft();
    })();

    await takeBackup(source, inside('busy'));
    drafting.isOver = true;
    await writing;
    const drilled = await runDrill(planOf('busy-drill', inside('busy')));

    expect(drilled.tables.filter(({ same }) => !same)).toEqual([]);
    expect(drilled.journal.faults).toBe(0);
  }, 120_000);

  it.each([
    ['a table is cut short', (at: string) => truncateSync(join(at, 'tables/documents.version.copy.gz'), 40)],
    ['a byte of a table is changed', (at: string) => flip(join(at, 'tables/journal.entry.copy.gz'))],
    ['a file of the store is changed', (at: string) => flip(firstFile(join(at, 'files')))],
    ['a file of the store is gone', (at: string) => rmSync(firstFile(join(at, 'files')))],
    ['a table is gone', (at: string) => rmSync(join(at, 'tables/identity.membership.copy.gz'))],
    ['the list of files is longer', (at: string) => appendFileSync(join(at, 'files.lines'), '{}\n')],
    [
      'the manifest is changed',
      (at: string) =>
        writeFileSync(
          join(at, 'manifest.json'),
          readFileSync(join(at, 'manifest.json'), 'utf8').replace('"rows": 1', '"rows": 2'),
        ),
    ],
    ['it was not finished', (at: string) => rmSync(join(at, 'manifest.json'))],
  ])('DI-20: refuses a backup when %s', async (name, damage) => {
    const at = inside(`damaged ${name}`);
    cpSync(inside('backup'), at, { recursive: true });
    damage(at);

    await expect(checkBackup(at)).rejects.toThrow('Bản sao lưu bị từ chối');
  });

  it('DI-20: refuses to restore over data', async () => {
    const target = { url: stage.world.database.urls.owner, queueSchema: 'bullmq', files: null };

    await expect(restoreBackup(inside('backup'), target)).rejects.toThrow('không trống');
  });

  it('DI-20: refuses a backup of a newer product', async () => {
    const at = inside('newer');
    cpSync(inside('backup'), at, { recursive: true });
    const newer = {
      ...(await openManifest(at)),
      migrations: [...manifest.migrations, 'Tomorrow9999999999999'],
    };
    rmSync(join(at, 'manifest.json'));
    rmSync(join(at, 'manifest.sha256'));
    await sealManifest(at, newer);
    const target = { url: stage.world.database.urls.owner, queueSchema: 'bullmq', files: null };

    await expect(restoreBackup(at, target)).rejects.toThrow('nâng cấp phần mềm');
  });

  it('DI-20: says which table differs when a row of the copy was changed before it was sealed', async () => {
    const forge = (action: string): Promise<unknown> =>
      stage.world.owner.query('update journal.entry set action = $2 where agency_id = $1 and seq = 3', [
        library.office.agency.id,
        action,
      ]);
    const { rows } = await stage.world.owner.query<{ action: string }>(
      'select action from journal.entry where agency_id = $1 and seq = 3',
      [library.office.agency.id],
    );
    await forge('forged');
    await takeBackup(source, inside('forged')).finally(() => forge(rows[0]!.action));
    const drilled = await runDrill(planOf('forged-drill', inside('forged')));

    expect(drilled.journal.faults).toBe(1);
    expect(drilled.problems.join('\n')).toContain('nhật ký của');
    expect(drillText(drilled)).toContain('KHÔNG ĐẠT');
  }, 60_000);

  it('RI-03: names every file that a row promises and the store has lost', async () => {
    const version = await library.effective();
    const sha256 = version.rendition.sha256!;
    await stage.api.files.remove({ area: 'renditions', agencyId: library.office.agency.id, sha256 });
    await takeBackup(source, inside('lost'));

    const drilled = await runDrill(planOf('lost-drill', inside('lost')));

    expect(drilled.problems.filter((problem) => problem.includes(sha256))).toHaveLength(1);
  }, 60_000);

  it('RI-03: knows of every column that names a file', async () => {
    const { rows } = await stage.world.owner.query<{ name: string }>(
      `select table_schema || '.' || table_name || '.' || column_name as name from information_schema.columns c
        join information_schema.tables t using (table_schema, table_name)
       where column_name like '%sha256' and t.table_type = 'BASE TABLE' and table_schema <> 'portal' order by 1`,
    );
    const known = [
      ...KEPT_FILES.map(({ table, column }) => `${table}.${column}`),
      ...Object.keys(NO_KEPT_FILE),
    ];

    expect(rows.map(({ name }) => name).filter((name) => !known.includes(name))).toEqual([]);
  });

  it('DI-20: shows its runs and its alarms to the operator', async () => {
    const operator = await operatorOf();
    const before = await operator.get<{ alarms: string[] }>('/backup-state');
    const run = {
      startedAt: new Date(Date.now() - 5000).toISOString(),
      finishedAt: new Date().toISOString(),
      folder: '/sao-luu/hom-nay',
      rows: 120,
      files: 7,
      bytes: 10_000,
      report: {},
    };
    await recordRun(stage.world.database.urls.owner, { ...run, kind: 'backup', problems: [] });
    await recordRun(stage.world.database.urls.owner, { ...run, kind: 'drill', problems: ['bảng x: khác'] });

    expect(before.alarms).toEqual(expect.arrayContaining(['backup-missing', 'drill-missing']));
    expect(await operator.get('/backup-state')).toMatchObject({ alarms: ['drill-missing', 'drill-failed'] });
    const { items } = await operator.get<{ items: { kind: string; succeeded: boolean }[] }>('/backup-runs');
    expect(items.map(({ kind, succeeded }) => `${kind} ${String(succeeded)}`).sort()).toEqual([
      'backup true',
      'drill false',
    ]);
  });
});

/** Somebody of the installation, with a session. */
async function operatorOf(): Promise<Officer> {
  const office = await anOffice(stage.world, stage.api, await stage.world.installation());
  return office.by['installation-admin'];
}

function flip(path: string): void {
  const bytes = readFileSync(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  writeFileSync(path, bytes);
}

function firstFile(root: string): string {
  const found = readdirSync(root, { recursive: true, withFileTypes: true }).find((entry) => entry.isFile())!;
  return join(found.parentPath, found.name);
}
