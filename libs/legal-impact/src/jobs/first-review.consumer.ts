import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { FirstReview } from '../application/first-review';

/** The first scan after an import sends nothing: it makes one list (OF-04). */
@Injectable()
@Consumes('legal-impact.first-review')
export class FirstReviewConsumer extends Consumer<'documents.import-accepted.v1'> {
  constructor(private readonly review: FirstReview) {
    super();
  }

  override async consume(delivery: Delivery<'documents.import-accepted.v1'>): Promise<void> {
    await delivery.once((tx) => this.review.scan(tx, delivery.envelope.payload.batchId));
  }
}
