import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { UpkeepModule } from '../../upkeep.module';
import { SheetSource } from '../search/sheet-source';
import { RecordSheetsController } from './record-sheets.controller';
import { SheetDesk } from './sheet-desk';
import { UpkeepSheetsController } from './upkeep-sheets.controller';

/** Lists taken away as .xlsx (RI-19). */
@Module({
  imports: [OrganizationModule, UpkeepModule],
  controllers: [RecordSheetsController, UpkeepSheetsController],
  providers: [SheetDesk, SheetSource],
})
export class SheetsHttpModule {}
