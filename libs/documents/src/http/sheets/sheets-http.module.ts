import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { AdoptionModule } from '../../adoption.module';
import { ChangesModule } from '../../changes.module';
import { ImportsModule } from '../../imports.module';
import { ReadingModule } from '../../reading.module';
import { UpkeepModule } from '../../upkeep.module';
import { SheetSource } from '../search/sheet-source';
import { ChangeSheetsController } from './change-sheets.controller';
import { ReaderSheetsController } from './reader-sheets.controller';
import { RecordSheetsController } from './record-sheets.controller';
import { SheetDesk } from './sheet-desk';
import { UpkeepSheetsController } from './upkeep-sheets.controller';

/** Lists taken away as .xlsx (RI-19). */
@Module({
  imports: [AdoptionModule, ChangesModule, ImportsModule, OrganizationModule, ReadingModule, UpkeepModule],
  controllers: [
    ChangeSheetsController,
    ReaderSheetsController,
    RecordSheetsController,
    UpkeepSheetsController,
  ],
  providers: [SheetDesk, SheetSource],
})
export class SheetsHttpModule {}
