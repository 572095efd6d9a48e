import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { CitationsModule } from '../../citations.module';
import { DocumentsModule } from '../../documents.module';
import { SheetSource } from '../search/sheet-source';
import { SheetDesk } from '../sheets/sheet-desk';
import { CitationsController } from './citations.controller';
import { CitingController } from './citing.controller';

@Module({
  imports: [CitationsModule, DocumentsModule, OrganizationModule],
  controllers: [CitationsController, CitingController],
  providers: [SheetDesk, SheetSource],
})
export class CitationsHttpModule {}
