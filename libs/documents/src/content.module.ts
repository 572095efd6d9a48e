import { Module } from '@nestjs/common';

import { ReadVersionContent } from './application/content/read-version-content';
import { DocumentsModule } from './documents.module';

/** What versions say, as fields. */
@Module({ imports: [DocumentsModule], providers: [ReadVersionContent], exports: [ReadVersionContent] })
export class ContentModule {}
