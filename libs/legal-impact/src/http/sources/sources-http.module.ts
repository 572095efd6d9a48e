import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../../legal-impact.module';
import { IntakeRecordingController } from './intake-recording.controller';

@Module({ imports: [LegalImpactModule], controllers: [IntakeRecordingController] })
export class SourcesHttpModule {}
