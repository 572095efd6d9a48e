import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { CreateVersion } from './application/create-version';
import { DecideVersion, VersionSigning } from './application/decide-version';
import { DraftDecision } from './application/draft-decision';
import { DraftRules } from './application/draft-rules';
import { DraftStore, DraftWriter } from './application/draft-writer';
import { EditedVersions, EditVersion } from './application/edit-version';
import { IssuedNews } from './application/issued-news';
import { DecisionRules } from './application/issuing/decision-rules';
import { IssuingSettings } from './application/issuing/issuing-settings';
import { CopySource } from './application/approvals/copy-source';
import { MakeCopy } from './application/make-copy';
import { Quarantine } from './application/quarantine';
import { ReceiveUpload, UploadShelf } from './application/receive-upload';
import { RegisterDecision } from './application/register-decision';
import { ReturnVersion } from './application/return-version';
import { SubmitVersion, WayOfVersion } from './application/submit-version';
import { VersionDesk } from './application/version-desk';
import { MoveVersion, WayHands } from './application/way/move-version';
import { PlanWay } from './application/way/plan-way';
import { DocumentsFacade } from './documents.facade';
import { ApprovalFilesRepository } from './persistence/approvals/approval-files.repository';
import { ContentRepository } from './persistence/content.repository';
import { DecisionsQuery } from './persistence/decisions.query';
import { DecisionsRepository } from './persistence/decisions.repository';
import { DraftsRepository } from './persistence/drafts.repository';
import { EffectiveProceduresQuery } from './persistence/effective-procedures.query';
import { IssuingRepository } from './persistence/issuing.repository';
import { LibraryQuery } from './persistence/library.query';
import { QuarantineRepository } from './persistence/quarantine.repository';
import { SignaturesRepository } from './persistence/signatures.repository';
import { UploadsRepository } from './persistence/uploads.repository';
import { VersionDetailQuery } from './persistence/version-detail.query';
import { VersionFactsQuery } from './persistence/version-facts.query';
import { VersionsRepository } from './persistence/versions.repository';
import { ReadingModule } from './reading.module';
import { DelegatesQuery } from './persistence/way/delegates.query';
import { RouteDefinitionsRepository } from './persistence/way/route-definitions.repository';

const PERSISTENCE = [
  ApprovalFilesRepository,
  ContentRepository,
  DecisionsQuery,
  DecisionsRepository,
  DelegatesQuery,
  DraftsRepository,
  EffectiveProceduresQuery,
  IssuingRepository,
  LibraryQuery,
  QuarantineRepository,
  RouteDefinitionsRepository,
  SignaturesRepository,
  UploadsRepository,
  VersionDetailQuery,
  VersionFactsQuery,
  VersionsRepository,
];

const APPLICATION = [
  CreateVersion,
  DecideVersion,
  DecisionRules,
  DocumentsFacade,
  DraftDecision,
  DraftRules,
  DraftStore,
  DraftWriter,
  EditedVersions,
  EditVersion,
  IssuedNews,
  IssuingSettings,
  CopySource,
  MakeCopy,
  MoveVersion,
  PlanWay,
  Quarantine,
  ReceiveUpload,
  RegisterDecision,
  ReturnVersion,
  SubmitVersion,
  UploadShelf,
  VersionDesk,
  VersionSigning,
  WayHands,
  WayOfVersion,
];

/** Document control (7.5): versions, routes, issuing decisions. */
@Module({
  imports: [OrganizationModule, ReadingModule],
  providers: [...PERSISTENCE, ...APPLICATION],
  exports: [...PERSISTENCE, ...APPLICATION],
})
export class DocumentsModule {}
