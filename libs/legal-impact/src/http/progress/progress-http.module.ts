import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../../legal-impact.module';
import { DeadlineRulesController, ExtensionsController } from './deadlines.controller';
import { ProgressController } from './progress.controller';

/** How far a change has come, and how long it may take. */
@Module({
  imports: [LegalImpactModule, OrganizationModule],
  controllers: [ProgressController, DeadlineRulesController, ExtensionsController],
})
export class ProgressHttpModule {}
