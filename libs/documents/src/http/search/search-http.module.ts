import { Module } from '@nestjs/common';

import { DocumentsSearchModule } from '../../search.module';
import { SearchController } from './search.controller';

@Module({ imports: [DocumentsSearchModule], controllers: [SearchController] })
export class DocumentsSearchHttpModule {}
