import { Module } from '@nestjs/common';

import { ReadPages } from '../../application/search/read-pages';
import { DocumentsSearchModule } from '../../search.module';
import { ReadPagesConsumer } from './read-pages.consumer';

@Module({ imports: [DocumentsSearchModule], providers: [ReadPages, ReadPagesConsumer] })
export class DocumentsSearchJobsModule {}
