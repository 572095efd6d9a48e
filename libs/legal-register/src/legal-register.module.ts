import { Global, Module } from '@nestjs/common';

import { RecordLegalText } from './application/record-legal-text';
import { LegalRegisterFacade } from './legal-register.facade';
import { LegalTextsRepository } from './persistence/legal-texts.repository';
import { ResolutionQuery } from './persistence/resolution.query';

@Global()
@Module({
  providers: [LegalRegisterFacade, RecordLegalText, LegalTextsRepository, ResolutionQuery],
  exports: [LegalRegisterFacade],
})
export class LegalRegisterModule {}
