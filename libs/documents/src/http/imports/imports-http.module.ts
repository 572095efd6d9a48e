import { Module } from '@nestjs/common';

import { ImportsModule } from '../../imports.module';
import { PdfSender } from '../pdf-sender';
import { ImportItemsController } from './import-items.controller';
import { ImportReader } from './import.reader';
import { ImportAcceptanceController, ImportsController } from './imports.controller';

@Module({
  imports: [ImportsModule],
  controllers: [ImportsController, ImportItemsController, ImportAcceptanceController],
  providers: [ImportReader, PdfSender],
})
export class ImportsHttpModule {}
