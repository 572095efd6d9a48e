import { Global, Module } from '@nestjs/common';

import { Duplicates } from './application/duplicates';
import { KeepLegalText, RegisterShelf } from './application/keep-legal-text';
import { RecordLegalText, RelationRules } from './application/record-legal-text';
import { LegalRegisterFacade } from './legal-register.facade';
import { LegalTextsRepository } from './persistence/legal-texts.repository';
import { RelationsRepository } from './persistence/relations.repository';
import { ResolutionQuery } from './persistence/resolution.query';
import { StoredTextsQuery } from './persistence/stored-texts.query';

@Global()
@Module({
  providers: [
    Duplicates,
    KeepLegalText,
    LegalRegisterFacade,
    LegalTextsRepository,
    RecordLegalText,
    RegisterShelf,
    RelationRules,
    RelationsRepository,
    ResolutionQuery,
    StoredTextsQuery,
  ],
  exports: [Duplicates, KeepLegalText, LegalRegisterFacade, StoredTextsQuery],
})
export class LegalRegisterModule {}
