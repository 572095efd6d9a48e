import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { BlankForms } from '../../application/forms/blank-forms';
import { FormHead } from '../../application/forms/form-head';
import { ListForms } from '../../application/forms/list-forms';
import { RequestForm } from '../../application/forms/request-form';
import { ReadingForms, SignSheetReaders } from '../../application/reading/reading-forms';
import { EditorModule } from '../../editor.module';
import { IssuingModule } from '../../issuing.module';
import { ReadingModule } from '../../reading.module';
import { DocumentsSearchModule } from '../../search.module';
import { UpkeepModule } from '../../upkeep.module';
import { BlankFormsController } from './blank-forms.controller';
import { ListFormsController } from './list-forms.controller';
import { PrintDesk } from './print-desk';
import { RequestFormController } from './request-form.controller';
import { VersionFormsController } from './version-forms.controller';

/** Forms that people must hand in (FM), filled and blank. */
@Module({
  imports: [
    DocumentsSearchModule,
    EditorModule,
    IssuingModule,
    OrganizationModule,
    ReadingModule,
    UpkeepModule,
  ],
  controllers: [BlankFormsController, ListFormsController, RequestFormController, VersionFormsController],
  providers: [BlankForms, FormHead, ListForms, PrintDesk, ReadingForms, RequestForm, SignSheetReaders],
})
export class FormsHttpModule {}
