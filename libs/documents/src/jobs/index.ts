import { LegalRegisterModule } from '@app/legal-register';
import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { ReferenceModule } from '@app/reference';
import { Injectable, Module } from '@nestjs/common';

import { SignedMaster } from '../application/approvals/signed-master';
import { ReadUpload, UploadReading } from '../application/read-upload';
import { RenderVersion, VersionRendering } from '../application/render-version';
import { RenditionMaker } from '../application/rendition-maker';
import { UploadBackground } from '../application/upload-background';
import { UploadChecks } from '../application/upload-checks';
import { CitationsJobsModule } from './citations';
import { ApprovalsJobsModule } from './approvals/approvals-jobs.module';
import { DocumentsModule } from '../documents.module';
import { ReadingModule } from '../reading.module';
import { FollowMembersConsumer, ReadersSweep, ReadingDay } from './reading/reading-sweeps';
import { IssuingJobsModule } from './issuing/issuing-jobs.module';
import { DocumentsSearchJobsModule } from './search';
import { UpkeepJobsModule } from './upkeep';
import { ImportsJobsModule } from './imports/imports-jobs.module';
import { TthcJobsModule } from './tthc';
import { AdoptionJobsModule } from './adoption';

@Consumes('documents.read-upload')
@Injectable()
class ReadUploadConsumer extends Consumer<'documents.upload-received.v1'> {
  constructor(private readonly reading: ReadUpload) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'documents.upload-received.v1'>): Promise<void> {
    return this.reading.execute(actor, envelope.payload.uploadId, fence);
  }
}

@Consumes('documents.render')
@Injectable()
class RenderVersionConsumer extends Consumer<'documents.version-drafted.v1'> {
  constructor(private readonly rendering: RenderVersion) {
    super();
  }

  override consume({ actor, envelope, fence }: Delivery<'documents.version-drafted.v1'>): Promise<void> {
    return this.rendering.execute(actor, envelope.payload.versionId, fence);
  }
}

@Module({
  imports: [
    LegalRegisterModule,
    DocumentsModule,
    DocumentsSearchJobsModule,
    ImportsJobsModule,
    ReadingModule,
    UpkeepJobsModule,
    IssuingJobsModule,
    AdoptionJobsModule,
    ApprovalsJobsModule,
    CitationsJobsModule,
    ReferenceModule,
    TthcJobsModule,
  ],
  providers: [
    FollowMembersConsumer,
    ReadersSweep,
    UploadBackground,
    ReadingDay,
    ReadUpload,
    ReadUploadConsumer,
    RenderVersion,
    RenderVersionConsumer,
    RenditionMaker,
    SignedMaster,
    UploadChecks,
    UploadReading,
    VersionRendering,
  ],
})
export class DocumentsJobsModule {}
