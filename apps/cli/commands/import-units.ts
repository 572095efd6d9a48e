import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';

import { type AgencyId, DomainError, systemActor } from '@app/kernel';
import {
  type AdministrativeUnitsImported,
  ImportAdministrativeUnits,
  ORGANIZATION_PROBLEMS,
  OrganizationModule,
} from '@app/organization';
import { type CliSettings } from '@app/platform/config';
import { DatabaseModule } from '@app/platform/database';
import { type DynamicModule, Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { installationAgency } from '../seed/installation';

@Module({})
class ImportModule {
  static forRoot(url: string): DynamicModule {
    const database = DatabaseModule.forRoot({ url, poolSize: 1, statementTimeoutMs: 60_000 }, 'iso-cli');
    return { module: ImportModule, imports: [database, OrganizationModule] };
  }
}

/** Enters the national list of provinces and communes. Importing the same list again changes nothing. */
export async function importUnitsCommand(settings: CliSettings, file: string): Promise<string> {
  if (settings.ownerUrl === null) throw new Error('ISO_DB_OWNER_URL chưa được đặt');
  if (settings.appUrl === null) throw new Error('ISO_DB_APP_URL chưa được đặt');
  const list = jsonOf(await readFile(file, 'utf8'), file);
  const installation = systemActor((await installationAgency(settings.ownerUrl)) as AgencyId, 'cli', 'vn');
  const context = await NestFactory.createApplicationContext(ImportModule.forRoot(settings.appUrl), {
    logger: ['error'],
  });
  try {
    const imports = context.get(ImportAdministrativeUnits, { strict: false });
    return textOf(await imports.execute(installation, { list, source: basename(file) }));
  } catch (error) {
    throw readable(error);
  } finally {
    await context.close();
  }
}

function jsonOf(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error(`${file}: không phải JSON`);
  }
}

function textOf({ provinces, communes, changed }: AdministrativeUnitsImported): string {
  return `Đã đọc ${String(provinces)} tỉnh, thành phố và ${String(communes)} xã, phường, đặc khu; ${String(changed)} dòng thay đổi.`;
}

/** A refusal is told in its own words; anything else is a defect and keeps its own. */
function readable(error: unknown): unknown {
  if (!(error instanceof DomainError)) return error;
  const text = (ORGANIZATION_PROBLEMS as Readonly<Record<string, { vi: string } | undefined>>)[error.code];
  return new Error(text?.vi.replace('{place}', String(error.detail['place'])) ?? error.code);
}
