import { Module } from '@nestjs/common';

import { AcceptAsDrafts, AcceptInForce, PaperIssuing } from './application/imports/accept-import';
import { ChangeImportItems } from './application/imports/change-import-items';
import { ImportRows, ImportTaking } from './application/imports/import-taking';
import { ReceiveImportFile } from './application/imports/receive-import-file';
import { DocumentsModule } from './documents.module';
import { ImportsQuery } from './persistence/imports/imports.query';
import { ImportsRepository } from './persistence/imports/imports.repository';
import { PaperDecisionsRepository } from './persistence/imports/paper-decisions.repository';

const PROVIDERS = [
  AcceptAsDrafts,
  AcceptInForce,
  ChangeImportItems,
  ImportRows,
  ImportsQuery,
  ImportsRepository,
  ImportTaking,
  PaperDecisionsRepository,
  PaperIssuing,
  ReceiveImportFile,
];

/** Day one (OF-04, R17): what an office has in force on paper comes in by the batch. */
@Module({ imports: [DocumentsModule], providers: PROVIDERS, exports: PROVIDERS })
export class ImportsModule {}
