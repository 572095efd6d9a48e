import { Module } from '@nestjs/common';

import { ExternalShelf, KeepExternal } from './application/external/keep-external';
import { ExternalDocumentsQuery } from './persistence/external/external-documents.query';
import { ExternalDocumentsRepository } from './persistence/external/external-documents.repository';

const PROVIDERS = [ExternalDocumentsQuery, ExternalDocumentsRepository, ExternalShelf, KeepExternal];

/** Documents of external origin: what the procedures cite, what was entered, whether it still holds (DI-14). */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class ExternalModule {}
