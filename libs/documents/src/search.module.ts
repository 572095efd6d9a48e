import { Module } from '@nestjs/common';

import { SearchVersions } from './application/search/search-versions';
import { PagesRepository } from './persistence/search/pages.repository';
import { SearchQuery } from './persistence/search/search.query';

const PROVIDERS = [PagesRepository, SearchQuery, SearchVersions];

/** What is searched: the words of versions and the text of their pages. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class DocumentsSearchModule {}
