import { PrintFormsModule } from '@app/documents';
import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../legal-impact.module';
import { NewAnnouncementsController } from './announcements/announcements.controller';
import { AssessmentsController } from './assessments.controller';
import { ChangeReader } from './change.reader';
import { FirstReviewsController } from './first-reviews.controller';
import { LegalChangesController } from './legal-changes.controller';
import { ProgressHttpModule } from './progress/progress-http.module';
import { RegisterHttpModule } from './register/register-http.module';
import { ReviewSheetForm } from './sheets/review-sheet-form';
import { ReviewSheetPrintsController, ReviewSheetsController } from './sheets/review-sheets.controller';
import { SourcesHttpModule } from './sources/sources-http.module';

@Module({
  imports: [
    LegalImpactModule,
    OrganizationModule,
    PrintFormsModule,
    ProgressHttpModule,
    RegisterHttpModule,
    SourcesHttpModule,
  ],
  controllers: [
    LegalChangesController,
    AssessmentsController,
    FirstReviewsController,
    NewAnnouncementsController,
    ReviewSheetPrintsController,
    ReviewSheetsController,
  ],
  providers: [ChangeReader, ReviewSheetForm],
})
export class LegalImpactHttpModule {}
