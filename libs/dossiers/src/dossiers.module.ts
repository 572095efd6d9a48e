import { NotificationsModule } from '@app/notifications';
import { Module } from '@nestjs/common';

import { AskExport, Moment } from './application/exports/ask-export';
import { TakeExport } from './application/exports/take-export';
import { BackupRunsQuery } from './persistence/exports/backup-runs.query';
import { ExportLinksRepository } from './persistence/exports/export-links.repository';
import { ExportsRepository } from './persistence/exports/exports.repository';

const PROVIDERS = [AskExport, BackupRunsQuery, ExportLinksRepository, ExportsRepository, Moment, TakeExport];

/** Hồ sơ HTQLCL: complete copies for an inspector and for the day an agency leaves (DI-20, RI-02). */
@Module({ imports: [NotificationsModule], providers: PROVIDERS, exports: PROVIDERS })
export class DossiersModule {}
