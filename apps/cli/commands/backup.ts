import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { type CliSettings, cliSettings, cliStorageSettings } from '@app/platform/config';
import { type FileStore, makeFileStore, storageOptionsOf } from '@app/platform/storage';

import { type DrillReport, runDrill } from '../backup/drill';
import { drillText } from '../backup/drill-report';
import { recordRestore, recordRun } from '../backup/record-run';
import { restoreBackup } from '../backup/restore-backup';
import { type BackupSource, takeBackup } from '../backup/take-backup';
import { verifyJournal } from './journal';

/** @returns what was copied, in words; problems are told and fail the command, the copy is kept */
export async function backupCommand(folder: string): Promise<{ text: string; isGood: boolean }> {
  const settings = cliSettings();
  const { manifest, bytes, problems } = await takeBackup(await sourceOf(settings), folder);
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0);
  const { startedAt, finishedAt, files } = manifest;
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  if (settings.ownerUrl !== null) {
    const figures = { rows, files: files.count, bytes };
    const report = { tables: manifest.tables.length, postgres: manifest.postgres };
    await recordRun(settings.ownerUrl, {
      kind: 'backup',
      startedAt,
      finishedAt,
      folder,
      ...figures,
      problems,
      report,
    });
  }
  const lines = [
    `Đã sao lưu ${String(rows)} dòng của ${String(manifest.tables.length)} bảng và ${String(files.count)} tệp (${megabytes(bytes)}) vào ${folder} trong ${seconds.toFixed(1)} giây.`,
    ...problems.map((problem) => `  SAI  ${problem}`),
  ];
  return { text: `${lines.join('\n')}\n`, isGood: problems.length === 0 };
}

/** Into an empty database and, when named, an empty folder of files. @returns what came back, in words */
export async function restoreCommand(
  folder: string,
  { into, files }: { into: string; files: string | undefined },
): Promise<{ text: string; isGood: boolean }> {
  const settings = cliSettings();
  const store = files === undefined ? null : makeFileStore({ kind: 'folder', root: files });
  await store?.prepare();
  const target = { url: into, queueSchema: settings.queueSchema, files: store };
  const manifest = await restoreBackup(folder, target);
  const heads = join(await mkdtemp(join(tmpdir(), 'iso-restore-')), 'heads.json');
  await writeFile(heads, JSON.stringify({ heads: manifest.heads }));
  const checked = await verifyJournal({ ...settings, backupUrl: null, ownerUrl: into }, heads);
  await recordRestore(into, {
    backupAt: manifest.finishedAt,
    agencies: checked.agencies,
    entries: checked.entries,
  });
  const lines = [
    `Đã phục hồi ${String(manifest.tables.length)} bảng của bản sao lưu lúc ${manifest.finishedAt}${store === null ? '' : ` và ${String(manifest.files.count)} tệp`}.`,
    `Nhật ký: ${String(checked.entries)} dòng của ${String(checked.agencies)} cơ quan, ${String(checked.faults.length)} sai lệch.`,
  ];
  return { text: `${lines.join('\n')}\n`, isGood: checked.faults.length === 0 };
}

/** @returns where the report lies, and whether the drill passed */
export async function drillCommand(
  folder: string,
  { from, keep }: { from: string | undefined; keep: boolean },
): Promise<{ text: string; isGood: boolean }> {
  const settings = cliSettings();
  const report = await runDrill({
    source: await sourceOf(settings),
    settings,
    superuserUrl: required(settings.superuserUrl, 'ISO_DB_SUPERUSER_URL'),
    ownerUrl: required(settings.ownerUrl, 'ISO_DB_OWNER_URL'),
    folder,
    backup: from ?? null,
    keep,
  });
  await keepReport(settings, folder, report);
  const words =
    report.problems.length === 0 ? 'ĐẠT' : `KHÔNG ĐẠT, ${String(report.problems.length)} sai lệch`;
  const { seconds, rows, files, journal } = report;
  const total = Object.values(seconds).reduce((sum, lap) => sum + lap, 0);
  return {
    text: `Diễn tập phục hồi: ${words}. ${String(rows)} dòng, ${String(files.intact)}/${String(files.promised)} tệp, ${String(journal.entries)} dòng nhật ký trong ${total.toFixed(1)} giây.\nBiên bản: ${join(folder, 'report.md')}\n`,
    isGood: report.problems.length === 0,
  };
}

async function keepReport({ ownerUrl }: CliSettings, folder: string, report: DrillReport): Promise<void> {
  await writeFile(join(folder, 'report.json'), `${JSON.stringify(report, null, 1)}\n`);
  await writeFile(join(folder, 'report.md'), drillText(report));
  if (ownerUrl === null) return;
  const { startedAt, finishedAt, rows, bytes, problems, files } = report;
  await recordRun(ownerUrl, {
    kind: 'drill',
    startedAt,
    finishedAt,
    folder,
    rows,
    files: files.inBackup,
    bytes,
    problems,
    report,
  });
}

async function sourceOf(settings: CliSettings): Promise<BackupSource> {
  return {
    url: required(settings.backupUrl ?? settings.ownerUrl, 'ISO_DB_BACKUP_URL'),
    queueSchema: settings.queueSchema,
    files: await installedFiles(),
  };
}

export async function installedFiles(): Promise<FileStore> {
  const { storage, workFolder } = cliStorageSettings();
  const files = makeFileStore(storageOptionsOf(storage, workFolder));
  await files.prepare();
  return files;
}

function required(value: string | null, name: string): string {
  if (value === null) throw new Error(`${name} chưa được đặt`);
  return value;
}

function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
