import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { AgencyArchive, ArchiveModule, FolderSink } from '@cli/dossiers';
import { type AgencyId, systemActor } from '@app/kernel';
import { cliSettings, cliStorageSettings } from '@app/platform/config';
import { DatabaseModule, UnitOfWork } from '@app/platform/database';
import { RuntimeModule } from '@app/platform/runtime';
import { StorageModule, storageOptionsOf } from '@app/platform/storage';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { Client } from 'pg';

const VERSION = '0.1.0';

@Module({})
class ExportModule {
  static forRoot(url: string): DynamicModule {
    const { storage, workFolder } = cliStorageSettings();
    return {
      module: ExportModule,
      imports: [
        RuntimeModule,
        DatabaseModule.forRoot({ url, poolSize: 2, statementTimeoutMs: 600_000 }, 'iso-cli'),
        StorageModule.forRootAsync({ useFactory: () => storageOptionsOf(storage, workFolder) }),
        ArchiveModule,
      ],
    };
  }
}

/**
 * Everything of one agency into an empty folder, restricted documents too: for the day on which an agency leaves the
 * installation. It stands behind the same wall as the worker and is written into the agency's journal.
 */
export async function exportAgencyCommand(named: string, folder: string, reason: string): Promise<string> {
  const { ownerUrl, workerUrl } = cliSettings();
  if (ownerUrl === null) throw new Error('ISO_DB_OWNER_URL chưa được đặt');
  if (workerUrl === null) throw new Error('ISO_DB_WORKER_URL chưa được đặt');
  const agency = await agencyOf(ownerUrl, named);
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if ((await readdir(folder)).length > 0) throw new Error(`${folder}: thư mục phải trống`);
  const aside = await mkdtemp(join(tmpdir(), 'iso-export-'));
  const context = await NestFactory.createApplicationContext(ExportModule.forRoot(workerUrl), {
    logger: ['error'],
  });
  try {
    const actor = systemActor(agency.id, 'cli', agency.path);
    const figures = await context.get(AgencyArchive, { strict: false }).write(actor, {
      sink: new FolderSink(folder),
      folder: aside,
      about: { askedBy: 'Người vận hành (dòng lệnh)', reason, version: VERSION },
      beat: () => Promise.resolve(),
    });
    await context.get(UnitOfWork, { strict: false }).write(actor, null, (tx) => {
      tx.record({
        action: 'dossiers.export-made',
        subjectType: 'agency',
        subjectId: agency.id,
        new: figures,
        reason,
      });
      return Promise.resolve();
    });
    return `Đã xuất ${agency.name}: ${String(figures.rows)} dòng, ${String(figures.files)} tệp, ${String(figures.journalEntries)} dòng nhật ký; ${String(figures.missing)} tệp thiếu hoặc sai. Kiểm chứng: cli verify-export ${folder}`;
  } finally {
    await context.close();
    await rm(aside, { recursive: true, force: true });
  }
}

async function agencyOf(url: string, named: string): Promise<{ id: AgencyId; path: string; name: string }> {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ id: AgencyId; path: string; name: string }>(
      'select id, path::text as path, name from organization.agency where $1 in (id::text, code, path::text, name)',
      [named],
    );
    const [found, another] = rows;
    if (found === undefined)
      throw new Error(`Không có cơ quan nào là "${named}" (mã, đường dẫn, tên hoặc id)`);
    if (another !== undefined) throw new Error(`Có nhiều cơ quan tên "${named}": hãy dùng id`);
    return found;
  } finally {
    await client.end();
  }
}
