import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { CitationsModule } from '../../citations.module';
import { DocumentsModule } from '../../documents.module';
import { AttachTextFile } from '../../application/citations/text-file';
import { PdfSender } from '../pdf-sender';
import { SheetSource } from '../search/sheet-source';
import { SheetDesk } from '../sheets/sheet-desk';
import { CitationsController } from './citations.controller';
import { CitingController } from './citing.controller';
import { TextFileController } from './text-file.controller';

@Module({
  imports: [CitationsModule, DocumentsModule, OrganizationModule],
  controllers: [CitationsController, CitingController, TextFileController],
  providers: [AttachTextFile, PdfSender, SheetDesk, SheetSource],
})
export class CitationsHttpModule {}
