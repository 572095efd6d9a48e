import { Module } from '@nestjs/common';

import { AgencyArchive, ArchiveParts } from './application/archive/agency-archive';
import { FilesPart } from './application/archive/files-part';
import { JournalPart } from './application/archive/journal-part';
import { PagesPart } from './application/archive/pages-part';
import { RecordsPart } from './application/archive/records-part';
import { ArchiveQuery } from './persistence/archive/archive.query';
import { RecordTablesQuery } from './persistence/archive/record-tables.query';

/** Writes an agency as an archive; for the worker and the command line. */
@Module({
  providers: [
    AgencyArchive,
    ArchiveParts,
    ArchiveQuery,
    FilesPart,
    JournalPart,
    PagesPart,
    RecordsPart,
    RecordTablesQuery,
  ],
  exports: [AgencyArchive],
})
export class ArchiveModule {}
