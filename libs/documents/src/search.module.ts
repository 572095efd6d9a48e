import { Module } from '@nestjs/common';

import { KeepView } from './application/search/keep-view';
import { ListDocuments } from './application/search/list-documents';
import { SearchVersions } from './application/search/search-versions';
import { LibraryQuery } from './persistence/library.query';
import { PagesRepository } from './persistence/search/pages.repository';
import { SavedViewsRepository } from './persistence/search/saved-views.repository';
import { SearchQuery } from './persistence/search/search.query';

const PROVIDERS = [
  KeepView,
  LibraryQuery,
  ListDocuments,
  PagesRepository,
  SavedViewsRepository,
  SearchQuery,
  SearchVersions,
];

/** What is searched: the words of versions and the text of their pages. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class DocumentsSearchModule {}
