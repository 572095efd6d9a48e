import { NotificationsModule } from '@app/notifications';
import { type DynamicModule, Module } from '@nestjs/common';
import { join } from 'node:path';

import { ExportBench, ExportNews, ExportSettings, MakeExport } from '../application/exports/make-export';
import { CheckFiles, DamageAlarm, FileAlarm, FileReading } from '../application/files/check-files';
import { ArchiveModule } from '../archive.module';
import { DossiersModule } from '../dossiers.module';
import { ExportClaims } from '../persistence/exports/export-claims';
import { FileChecksRepository } from '../persistence/files/file-checks.repository';
import { FilesSweep } from './files-sweep';
import { ExportsSweep } from './exports-sweep';
import { Hands, OldExportsSweep } from './old-exports-sweep';

interface Options {
  workFolder: string;
  exportDays: number;
  version: string;
}

@Module({})
export class DossiersJobsModule {
  static forRoot({ workFolder, exportDays, version }: Options): DynamicModule {
    const settings = new ExportSettings(join(workFolder, 'exports'), exportDays, version);
    return {
      module: DossiersJobsModule,
      imports: [ArchiveModule, DossiersModule, NotificationsModule],
      providers: [
        { provide: ExportSettings, useValue: settings },
        CheckFiles,
        DamageAlarm,
        ExportBench,
        ExportClaims,
        ExportNews,
        ExportsSweep,
        FileAlarm,
        FileChecksRepository,
        FileReading,
        FilesSweep,
        Hands,
        MakeExport,
        OldExportsSweep,
      ],
    };
  }
}
