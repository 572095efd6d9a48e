import { Module } from '@nestjs/common';

import { ReceiveText } from '../../application/intake/receive-text';
import { LegalIntakeModule } from '../../intake.module';
import { IntakePresenter } from './intake.reader';
import { IntakeActsController, IntakesController } from './intakes.controller';

@Module({
  imports: [LegalIntakeModule],
  controllers: [IntakesController, IntakeActsController],
  providers: [IntakePresenter, ReceiveText],
})
export class LegalIntakeHttpModule {}
