import { Module } from '@nestjs/common';

import { TthcModule } from '../../tthc.module';
import { SheetSource } from '../search/sheet-source';
import { SheetDesk } from '../sheets/sheet-desk';
import { CoverageController } from './coverage.controller';
import { ProcedureLinksController } from './procedure-links.controller';

@Module({
  imports: [TthcModule],
  controllers: [CoverageController, ProcedureLinksController],
  providers: [SheetDesk, SheetSource],
})
export class TthcHttpModule {}
