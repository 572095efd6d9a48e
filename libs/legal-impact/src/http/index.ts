import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../legal-impact.module';
import { AssessmentsController } from './assessments.controller';
import { ChangeReader } from './change.reader';
import { LegalChangesController } from './legal-changes.controller';
import { LegalTextsController } from './legal-texts.controller';

@Module({
  imports: [LegalImpactModule],
  controllers: [LegalTextsController, LegalChangesController, AssessmentsController],
  providers: [ChangeReader],
})
export class LegalImpactHttpModule {}
