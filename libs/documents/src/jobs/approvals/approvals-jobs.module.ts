import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { ApprovalFileCheck } from '../../application/approvals/check-approval-file';
import { ApprovalCheckRecords, FinishApprovalCheck } from '../../application/approvals/finish-approval-check';
import { ApprovalsModule } from '../../approvals.module';

@Consumes('documents.check-approval-file')
@Injectable()
class CheckApprovalFileConsumer extends Consumer<'documents.approval-file-received.v1'> {
  constructor(private readonly check: FinishApprovalCheck) {
    super();
  }

  override consume({
    actor,
    envelope,
    fence,
  }: Delivery<'documents.approval-file-received.v1'>): Promise<void> {
    return this.check.execute(actor, envelope.payload.fileId, fence);
  }
}

@Module({
  imports: [ApprovalsModule],
  providers: [ApprovalCheckRecords, ApprovalFileCheck, CheckApprovalFileConsumer, FinishApprovalCheck],
})
export class ApprovalsJobsModule {}
