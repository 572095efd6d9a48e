import { Module } from '@nestjs/common';

import { ApprovalDesk } from './application/approvals/approval-desk';
import { ApprovalSubject, ApproveByFile, FileSigning } from './application/approvals/approve-by-file';
import { MakeSigningCopy } from './application/approvals/make-signing-copy';
import { ApprovalParts, ReceiveApprovalFile } from './application/approvals/receive-approval-file';
import { DocumentsModule } from './documents.module';

const OWN = [
  ApprovalDesk,
  ApprovalParts,
  ApprovalSubject,
  ApproveByFile,
  FileSigning,
  MakeSigningCopy,
  ReceiveApprovalFile,
];

/** Approval by a PDF signed outside and on paper (OF-03). */
@Module({ imports: [DocumentsModule], providers: OWN, exports: [...OWN, DocumentsModule] })
export class ApprovalsModule {}
