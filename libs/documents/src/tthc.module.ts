import { Module } from '@nestjs/common';

import { LinkProcedures, ProcedureMatches } from './application/tthc/link-procedures';
import { ProcedureWork } from './application/tthc/procedure-work';
import { ContentRepository } from './persistence/content.repository';
import { CoverageQuery } from './persistence/tthc/coverage.query';
import { ProcedureLinksRepository } from './persistence/tthc/procedure-links.repository';

const PARTS = [
  ContentRepository,
  CoverageQuery,
  LinkProcedures,
  ProcedureLinksRepository,
  ProcedureMatches,
  ProcedureWork,
];

/** Which documents implement which TTHC, how far the duties of an agency are covered, and what is to be built. */
@Module({ providers: PARTS, exports: PARTS })
export class TthcModule {}
