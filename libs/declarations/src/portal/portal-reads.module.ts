import { PublicReads } from '@app/platform/database';
import { Module } from '@nestjs/common';

import { AgenciesQuery } from './agencies.query';
import { DeclarationsQuery } from './declarations.query';
import { PapersQuery } from './papers.query';

/** All that the public site may ask of the database. */
@Module({
  providers: [PublicReads, AgenciesQuery, DeclarationsQuery, PapersQuery],
  exports: [AgenciesQuery, DeclarationsQuery, PapersQuery],
})
export class PortalReadsModule {}
