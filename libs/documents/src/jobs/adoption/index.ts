import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable, Module } from '@nestjs/common';

import { AdoptionModule } from '../../adoption.module';
import { HearSuccession } from '../../application/adoption/continue-documents';
import { FollowDocuments } from '../../application/adoption/follow-documents';
import { HearOffers } from '../../application/adoption/hear-offers';

@Consumes('documents.follow-issue')
@Injectable()
class FollowIssueConsumer extends Consumer<'documents.version-issued.v1'> {
  constructor(
    private readonly following: FollowDocuments,
    private readonly succession: HearSuccession,
  ) {
    super();
  }

  override async consume(delivery: Delivery<'documents.version-issued.v1'>): Promise<void> {
    await delivery.once(async (tx) => {
      await this.following.issued(tx, delivery.envelope.payload);
      await this.succession.decided(tx, delivery.envelope.payload.versionId);
    });
  }
}

@Consumes('documents.follow-end')
@Injectable()
class FollowEndConsumer extends Consumer<'documents.document-withdrawn.v1'> {
  constructor(private readonly following: FollowDocuments) {
    super();
  }

  override async consume(delivery: Delivery<'documents.document-withdrawn.v1'>): Promise<void> {
    await delivery.once((tx) => this.following.ended(tx, delivery.envelope.payload.documentId));
  }
}

@Consumes('documents.receive-offers')
@Injectable()
class OffersConsumer extends Consumer<'documents.version-offered.v1'> {
  constructor(private readonly hearing: HearOffers) {
    super();
  }

  override async consume(delivery: Delivery<'documents.version-offered.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.offered(tx, delivery.envelope.payload.batchId));
  }
}

@Consumes('documents.hear-withdrawal')
@Injectable()
class WithdrawalConsumer extends Consumer<'documents.offering-withdrawn.v1'> {
  constructor(private readonly hearing: HearOffers) {
    super();
  }

  override async consume(delivery: Delivery<'documents.offering-withdrawn.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.withdrawn(tx, delivery.envelope.payload.offeringId));
  }
}

@Consumes('documents.hear-lateness')
@Injectable()
class LatenessConsumer extends Consumer<'documents.owner-late.v1'> {
  constructor(private readonly hearing: HearOffers) {
    super();
  }

  override async consume(delivery: Delivery<'documents.owner-late.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.ownerLate(tx, delivery.envelope.payload.documentId));
  }
}

@Consumes('documents.hear-succession')
@Injectable()
class SuccessionConsumer extends Consumer<'organization.agencies-succeeded.v1'> {
  constructor(private readonly hearing: HearSuccession) {
    super();
  }

  override async consume(delivery: Delivery<'organization.agencies-succeeded.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.execute(tx, delivery.envelope.payload));
  }
}

@Module({
  imports: [AdoptionModule],
  providers: [
    FollowEndConsumer,
    FollowIssueConsumer,
    LatenessConsumer,
    OffersConsumer,
    SuccessionConsumer,
    WithdrawalConsumer,
  ],
})
export class AdoptionJobsModule {}
