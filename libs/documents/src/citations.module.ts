import { Module } from '@nestjs/common';

import { CitationShelf, LinkCitation } from './application/citations/link-citation';
import { CitationLinksRepository } from './persistence/citations/citation-links.repository';
import { CitationsQuery } from './persistence/citations/citations.query';
import { CitingQuery } from './persistence/citations/citing.query';

const PROVIDERS = [CitationLinksRepository, CitationsQuery, CitationShelf, CitingQuery, LinkCitation];

/** What documents cite, which texts of the register that means, and where a text is cited. */
@Module({ providers: PROVIDERS, exports: PROVIDERS })
export class CitationsModule {}
