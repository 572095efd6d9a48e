import { OrganizationModule } from '@app/organization';
import { OfficeConverter } from '@app/platform/office';
import { Module } from '@nestjs/common';
import { APP_INTERCEPTOR } from '@nestjs/core';

import { FormHead } from '../../application/forms/form-head';
import { ReadingForms, SignSheetReaders } from '../../application/reading/reading-forms';
import { DocumentsModule } from '../../documents.module';
import { ReadingModule } from '../../reading.module';
import { PdfSender } from '../pdf-sender';
import { VersionFiles } from '../version-files';
import { AccessLogController, SheetSource } from './access-log.controller';
import { ClassificationController } from './classification.controller';
import { DistributionController } from './distribution.controller';
import { DistributionPresenter } from './distribution.presenter';
import { JournalDenials } from './journal-denials';
import { MeetingScansController, MeetingsController } from './meetings.controller';
import { OwnViewerController, OwnViewerFile } from './own-viewer.controller';
import { PaperCopiesController, PaperCopyFilesController } from './paper-copies.controller';
import { FormSender, ReadingFormsController } from './reading-forms.controller';
import { ReadingController, ReadingTestController } from './reading.controller';

@Module({
  imports: [DocumentsModule, OrganizationModule, ReadingModule],
  // Fixed paths come before those with an id.
  controllers: [
    AccessLogController,
    ReadingFormsController,
    ClassificationController,
    DistributionController,
    MeetingScansController,
    MeetingsController,
    OwnViewerController,
    PaperCopiesController,
    PaperCopyFilesController,
    ReadingController,
    ReadingTestController,
  ],
  providers: [
    DistributionPresenter,
    FormHead,
    FormSender,
    JournalDenials,
    OwnViewerFile,
    PdfSender,
    ReadingForms,
    SheetSource,
    SignSheetReaders,
    VersionFiles,
    { provide: OfficeConverter, useFactory: () => new OfficeConverter() },
    { provide: APP_INTERCEPTOR, useExisting: JournalDenials },
  ],
  exports: [ReadingModule, SheetSource],
})
export class ReadingHttpModule {}
