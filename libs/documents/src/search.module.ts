import { Module } from '@nestjs/common';

import { PagesRepository } from './persistence/search/pages.repository';

const PROVIDERS = [PagesRepository];

/** What is searched: the words of versions and the text of their pages. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class DocumentsSearchModule {}
