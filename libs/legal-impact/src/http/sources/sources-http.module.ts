import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../../legal-impact.module';
import { IntakeRecordingController } from './intake-recording.controller';
import { LegalImportsController } from './imports.controller';

@Module({ imports: [LegalImpactModule], controllers: [IntakeRecordingController, LegalImportsController] })
export class SourcesHttpModule {}
