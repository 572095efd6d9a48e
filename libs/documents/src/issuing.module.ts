import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { CompareVersions } from './application/comparison/compare-versions';
import { AttachScan } from './application/issuing/attach-scan';
import { CheckForm, FormCheckNews } from './application/issuing/check-form';
import { DecisionForms } from './application/issuing/decision-forms';
import { PrintForms } from './application/issuing/print-forms';
import { ConfirmClass } from './application/versions/confirm-class';
import { SheetSources, VersionSheets } from './application/versions/version-sheets';
import { DocumentsModule } from './documents.module';
import { PagesQuery } from './persistence/comparison/pages.query';
import { PrintsRepository } from './persistence/issuing/prints.repository';
import { ScansRepository } from './persistence/issuing/scans.repository';

import { AmendmentsQuery } from './persistence/versions/amendments.query';

const PROVIDERS = [
  AmendmentsQuery,
  AttachScan,
  CheckForm,
  CompareVersions,
  ConfirmClass,
  DecisionForms,
  FormCheckNews,
  PagesQuery,
  PrintForms,
  PrintsRepository,
  ScansRepository,
  SheetSources,
  VersionSheets,
];

/** The issuing decision around its registration: form check, scan, printed forms (OF-01, OF-02). */
@Module({
  imports: [DocumentsModule, OrganizationModule],
  providers: PROVIDERS,
  exports: PROVIDERS,
})
export class IssuingModule {}
