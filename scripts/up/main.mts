import { join } from 'node:path';
import { builtServerHash, buildServer, buildWeb } from '../lib/build.mts';
import { installMissing, LIBREOFFICE, missing } from '../lib/debian-packages.mts';
import { isRoot, REPOSITORY } from '../lib/paths.mts';
import { mustRun } from '../lib/processes.mts';
import { databaseEnvironment } from '../lib/product-database.mts';
import { EmbeddedDatabase } from './database.mts';
import { DataFolder } from './data-folder.mts';
import { addressesOf, describeServices, type Services, watchFolder } from './services.mts';
import { type UpSettings, upSettings } from './settings.mts';
import { say } from './voice.mts';

const DATABASE = 'iso';
const READY_WITHIN_MS = 90_000;
const STOP_WITHIN_MS = 10_000;

let database: EmbeddedDatabase | undefined;
let services: Services | undefined;
let data: DataFolder | undefined;
let stopping: Promise<void> | undefined;

/** Portal, API, worker, mail catcher, PostgreSQL: who depends on another ends before it. */
async function stopAll(): Promise<void> {
  for (const service of services ? [services.portal, services.api, services.worker, services.mail] : []) {
    await service.stop(STOP_WITHIN_MS);
  }
  await database?.stop();
  data?.giveUpClaim();
}

function stop(exitCode: number): void {
  stopping ??= stopAll()
    .catch((error: unknown) => console.error(error))
    .then(() => process.exit(exitCode));
}

function endWith(exitCode: number, words: string): void {
  if (stopping) return;
  say(words);
  stop(exitCode);
}

/** Beside everything else: conversion of Office files is the only thing that waits for it. */
async function installOffice(): Promise<void> {
  if (missing([LIBREOFFICE]).length === 0) return;
  if (isRoot) say('Cài LibreOffice từ Debian, chạy song song (installing LibreOffice alongside)…');
  const { absent, reason } = await installMissing([LIBREOFFICE]);
  if (absent.length === 0) say('Đã cài xong LibreOffice (LibreOffice is installed)');
  else {
    say(
      'Không có LibreOffice: mọi việc khác vẫn chạy, riêng tệp Word chưa chuyển sang PDF được. Cài bằng: ' +
        `apt-get install ${LIBREOFFICE.name} (without it Word files are not converted; ${reason.split('\n').at(-1) ?? ''})`,
    );
  }
}

async function cli(command: string[], environment: Record<string, string>): Promise<string> {
  const main = join(REPOSITORY, 'dist', 'apps', 'cli', 'main.js');
  return mustRun(process.execPath, [main, ...command], {
    cwd: REPOSITORY,
    env: { ...process.env, ...environment },
  });
}

async function buildAll(): Promise<void> {
  const built = await Promise.all([buildServer(), buildWeb()]);
  say(
    built.includes(true)
      ? 'Đã dựng mã nguồn (built)'
      : 'Mã nguồn không đổi, không dựng lại (nothing to build)',
  );
}

/** Roles, migrations, demo data: once per build and cluster, as each of them changes nothing when repeated. */
async function prepareDatabase(folder: DataFolder, environment: Record<string, string>): Promise<string> {
  const build = builtServerHash();
  const known = folder.preparedBy(build);
  if (known !== null) return known;
  await cli(['bootstrap'], environment);
  await cli(['migrate'], environment);
  say('Cơ sở dữ liệu đã sẵn sàng, đang nạp dữ liệu mẫu (migrated; seeding)');
  const said = await cli(['seed', '--demo'], environment);
  folder.rememberPrepared(build, said);
  return said;
}

async function startServices(settings: UpSettings, all: Services): Promise<void> {
  const list = [all.mail, all.worker, all.api, all.portal];
  for (const service of list) await service.endSurvivor();
  for (const service of list) service.start();
  await Promise.all(list.map((service) => service.ready(READY_WITHIN_MS)));
  const { web, portal, mail } = addressesOf(settings);
  say('Sẵn sàng (ready)');
  console.log(
    [
      '',
      `  Ứng dụng cho công chức (staff app)     ${web}`,
      `  Tài liệu API (API description)         ${web}/api/docs`,
      `  Cổng công khai (public portal)         ${portal}`,
      `  Thư điện tử bắt được (caught mail)     ${mail}`,
      '',
    ].join('\n'),
  );
}

async function main(): Promise<void> {
  const settings = upSettings();
  data = new DataFolder(settings.data);
  data.claim();
  say(`Dữ liệu: ${settings.data} (data folder; set ISO_DATA to change it)`);
  const { superuserPassword, rolePasswords } = data.secrets();
  void installOffice();
  const building = buildAll();
  building.catch(() => undefined); // awaited below; until then its fault is no unhandled one
  database = new EmbeddedDatabase(data, { password: superuserPassword, port: settings.ports.postgres });
  const server = await database.start();
  say(`PostgreSQL 18 ở cổng ${server.port} (PostgreSQL answers)`);
  const place = { port: server.port, database: DATABASE, superuserUrl: server.url('postgres') };
  const addresses = databaseEnvironment(rolePasswords, place);
  const described = describeServices(settings, data, addresses);
  const folders = { ISO_FILES_FOLDER: data.within('files'), ISO_WATCH_FOLDER: watchFolder(data) };
  data.rememberEnvironment({ ...addresses, ISO_FILES: 'folder', ...folders });
  await building;
  for (const service of Object.values(described) as (typeof described.api)[]) await service.endSurvivor();
  const accounts = await prepareDatabase(data, { ...addresses, ...folders });
  if (stopping) return;
  services = described;
  await startServices(settings, described);
  if (accounts.trim() !== '') console.log(`${accounts.trimEnd()}\n`);
  console.log('  Dừng: Ctrl-C (stop with Ctrl-C)\n');
}

for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  process.on(name, () =>
    endWith(0, 'Đang dừng theo thứ tự: cổng công khai, API, worker, thư, PostgreSQL (stopping)…'),
  );
}

main().catch((error: unknown) => {
  if (stopping) return;
  console.error(
    `\nKhông khởi động được (could not start): ${error instanceof Error ? error.message : String(error)}\n`,
  );
  stop(1);
});
