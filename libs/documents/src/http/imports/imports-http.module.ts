import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { ImportsModule } from '../../imports.module';
import { PdfSender } from '../pdf-sender';
import { ImportFindingsController } from './import-findings.controller';
import { ImportItemsController } from './import-items.controller';
import { ImportReader } from './import.reader';
import { ImportAcceptanceController, ImportsController } from './imports.controller';

@Module({
  imports: [ImportsModule, OrganizationModule],
  controllers: [
    ImportsController,
    ImportItemsController,
    ImportAcceptanceController,
    ImportFindingsController,
  ],
  providers: [ImportReader, PdfSender],
})
export class ImportsHttpModule {}
