import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { ExternalListForm } from '../../application/external/external-list-form';
import { FormHead } from '../../application/forms/form-head';
import { ExternalModule } from '../../external.module';
import { IssuingModule } from '../../issuing.module';
import { PrintDesk } from '../forms/print-desk';
import { SheetDesk } from '../sheets/sheet-desk';
import { SheetSource } from '../search/sheet-source';
import { ExternalDocumentsController } from './external-documents.controller';
import { ExternalTakingsController } from './external-takings.controller';

@Module({
  imports: [ExternalModule, IssuingModule, OrganizationModule],
  controllers: [ExternalDocumentsController, ExternalTakingsController],
  providers: [ExternalListForm, FormHead, PrintDesk, SheetDesk, SheetSource],
})
export class ExternalHttpModule {}
