import { Module } from '@nestjs/common';

import { LegalImpactModule } from '../../legal-impact.module';
import { RegisterModule } from '../../register.module';
import { LegalTextCareController } from './legal-text-care.controller';
import { LegalTextReader, RegisterReads } from './legal-text.reader';
import { LegalTextsController } from './legal-texts.controller';
import { RegisterLists } from './register-lists';

@Module({
  imports: [LegalImpactModule, RegisterModule],
  // Fixed paths come before those with an id.
  controllers: [LegalTextsController, LegalTextCareController],
  providers: [LegalTextReader, RegisterLists, RegisterReads],
})
export class RegisterHttpModule {}
