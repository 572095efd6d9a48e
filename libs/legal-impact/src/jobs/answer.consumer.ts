import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { AssessmentDesk } from '../application/assessment-desk';

/** An issued version ends the assessments that it answers. */
@Injectable()
@Consumes('legal-impact.answer')
export class AnswerConsumer extends Consumer<'documents.version-issued.v1'> {
  constructor(private readonly desk: AssessmentDesk) {
    super();
  }

  override async consume(delivery: Delivery<'documents.version-issued.v1'>): Promise<void> {
    await delivery.once((tx) => this.desk.versionIssued(tx, delivery.envelope.payload));
  }
}
