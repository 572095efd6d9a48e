import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { AssessmentDesk } from '../application/assessment-desk';

/** A withdrawn document ends its assessments. */
@Injectable()
@Consumes('legal-impact.withdraw')
export class WithdrawConsumer extends Consumer<'documents.document-withdrawn.v1'> {
  constructor(private readonly desk: AssessmentDesk) {
    super();
  }

  override async consume(delivery: Delivery<'documents.document-withdrawn.v1'>): Promise<void> {
    await delivery.once((tx) => this.desk.documentWithdrawn(tx, delivery.envelope.payload.documentId));
  }
}
