import { Module } from '@nestjs/common';

import { DossiersModule } from '../dossiers.module';
import { BackupsController } from './backups.controller';
import { ExportFileController } from './export-file.controller';
import { ExportActs, ExportPresenter, ExportsController } from './exports.controller';

@Module({
  imports: [DossiersModule],
  controllers: [BackupsController, ExportFileController, ExportsController],
  providers: [ExportActs, ExportPresenter],
})
export class DossiersHttpModule {}
