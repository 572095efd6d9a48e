import { OrganizationModule } from '@app/organization';
import { Module } from '@nestjs/common';

import { ProcedurePaper } from './application/editor/procedure-paper';
import { TrackingSlips } from './application/editor/tracking-slips';
import { WriteContent, WritingDesk, WrittenVersions } from './application/editor/write-content';
import { DocumentsModule } from './documents.module';

/** The structured editor: content as fields beside the paper, or as its source (R1). */
@Module({
  imports: [DocumentsModule, OrganizationModule],
  providers: [ProcedurePaper, TrackingSlips, WriteContent, WritingDesk, WrittenVersions],
  exports: [ProcedurePaper, TrackingSlips, WriteContent],
})
export class EditorModule {}
