import { Module } from '@nestjs/common';

import { ReceiveText } from '../../application/intake/receive-text';
import { SourceDesk } from '../../application/intake/source-desk';
import { LegalIntakeModule } from '../../intake.module';
import { IntakePresenter } from './intake.reader';
import { IntakeActsController, IntakesController } from './intakes.controller';
import { LegalSourcesController } from './sources.controller';

@Module({
  imports: [LegalIntakeModule],
  controllers: [IntakesController, IntakeActsController, LegalSourcesController],
  providers: [IntakePresenter, ReceiveText, SourceDesk],
})
export class LegalIntakeHttpModule {}
