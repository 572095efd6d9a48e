import { Module } from '@nestjs/common';

import { ChangesModule } from '../../changes.module';
import { DocumentsModule } from '../../documents.module';
import { IssuingModule } from '../../issuing.module';
import { PdfSender } from '../pdf-sender';
import { ChangeSetsController } from '../change-sets/change-sets.controller';
import { CodesController } from '../codes/codes.controller';
import { ComparisonController } from '../comparison/comparison.controller';
import { ChangeClassController } from '../versions/change-class.controller';
import { VersionSheetsController } from '../versions/version-sheets.controller';
import { DecisionFormsController } from './decision-forms.controller';
import { DecisionOfficeController } from './decision-office.controller';
import { IssuingSettingsController } from './issuing-settings.controller';
import { PrintsController } from './prints.controller';
import { ScanController } from './scan.controller';

@Module({
  imports: [ChangesModule, DocumentsModule, IssuingModule],
  controllers: [
    ChangeSetsController,
    CodesController,
    ChangeClassController,
    VersionSheetsController,
    ComparisonController,
    DecisionFormsController,
    DecisionOfficeController,
    IssuingSettingsController,
    PrintsController,
    ScanController,
  ],
  providers: [PdfSender],
})
export class IssuingHttpModule {}
