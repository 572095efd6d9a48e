import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../legal-impact.module';
import { AssessmentsController } from './assessments.controller';
import { ChangeReader } from './change.reader';
import { FirstReviewsController } from './first-reviews.controller';
import { LegalChangesController } from './legal-changes.controller';
import { RegisterHttpModule } from './register/register-http.module';
import { SourcesHttpModule } from './sources/sources-http.module';

@Module({
  imports: [LegalImpactModule, RegisterHttpModule, SourcesHttpModule],
  controllers: [LegalChangesController, AssessmentsController, FirstReviewsController],
  providers: [ChangeReader],
})
export class LegalImpactHttpModule {}
