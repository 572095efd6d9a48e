import { Consumer, Consumes, type Delivery, Sweep, Sweeps } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { ChangeRequests } from '../../application/upkeep/change-requests';
import { AskForReviews } from '../../application/upkeep/periodic-reviews';
import { UpkeepModule } from '../../upkeep.module';

/** A version in force ends the accepted requests to amend it. */
@Consumes('documents.answer-requests')
@Injectable()
class AnswerRequestsConsumer extends Consumer<'documents.version-issued.v1'> {
  constructor(private readonly requests: ChangeRequests) {
    super();
  }

  override async consume(delivery: Delivery<'documents.version-issued.v1'>): Promise<void> {
    await delivery.once((tx) => this.requests.answered(tx, delivery.envelope.payload, ['amend']));
  }
}

@Consumes('documents.end-requests')
@Injectable()
class EndRequestsConsumer extends Consumer<'documents.document-withdrawn.v1'> {
  constructor(private readonly requests: ChangeRequests) {
    super();
  }

  override async consume(delivery: Delivery<'documents.document-withdrawn.v1'>): Promise<void> {
    await delivery.once((tx) => this.requests.answered(tx, delivery.envelope.payload, ['amend', 'withdraw']));
  }
}

@Sweeps('documents.plan-reviews', { everySeconds: 3600 })
@Injectable()
class PlanReviewsSweep extends Sweep {
  constructor(private readonly reviews: AskForReviews) {
    super();
  }

  override async sweep(): Promise<number> {
    await this.reviews.plan();
    return 0;
  }
}

@Sweeps('documents.ask-for-reviews', { everySeconds: 600 })
@Injectable()
class AskForReviewsSweep extends Sweep {
  constructor(private readonly reviews: AskForReviews) {
    super();
  }

  override sweep(): Promise<number> {
    return this.reviews.execute();
  }
}

@Module({
  imports: [UpkeepModule],
  providers: [AnswerRequestsConsumer, AskForReviewsSweep, EndRequestsConsumer, PlanReviewsSweep],
})
export class UpkeepJobsModule {}
