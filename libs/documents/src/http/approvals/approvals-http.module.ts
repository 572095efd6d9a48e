import { Module } from '@nestjs/common';

import { ApprovalsModule } from '../../approvals.module';
import { PdfSender } from '../pdf-sender';
import { ApprovalFilePresenter } from './approval-file.presenter';
import { ApprovalFileReader } from './approval-file.reader';
import {
  ApprovalFilesController,
  SigningCopyController,
  VersionApprovalFilesController,
} from './approval-files.controller';
import { ApprovalUpload } from './approval-upload';

@Module({
  imports: [ApprovalsModule],
  controllers: [VersionApprovalFilesController, SigningCopyController, ApprovalFilesController],
  providers: [ApprovalFilePresenter, ApprovalFileReader, ApprovalUpload, PdfSender],
})
export class ApprovalsHttpModule {}
