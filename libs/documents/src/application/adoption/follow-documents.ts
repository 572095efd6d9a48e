import { Clock } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { OfferingsRepository } from '../../persistence/adoption/offerings.repository';
import { OffersRepository } from '../../persistence/adoption/offers.repository';
import { HearOffers } from './hear-offers';

/** What an issued or ended version means between owner and adopters; the same agency may be both. */
@Injectable()
export class FollowDocuments {
  constructor(
    private readonly offerings: OfferingsRepository,
    private readonly offers: OffersRepository,
    private readonly news: HearOffers,
    private readonly clock: Clock,
  ) {}

  async issued(
    tx: WriteTransaction,
    { documentId, versionId }: { documentId: string; versionId: string },
  ): Promise<void> {
    const adopted = await this.offers.issued(tx, versionId);
    if (adopted !== null) {
      await this.news.closeBatch(tx, adopted.batchId, 'đã tiếp nhận và ban hành');
      await this.news.closeEnding(tx, documentId, 'đã ban hành phiên bản mới');
      tx.record({
        action: 'documents.offer-adopted',
        subjectType: 'document',
        subjectId: documentId,
        new: { offerId: adopted.id, versionId },
      });
    }
    await this.#layBeforeAdopters(tx, { documentId, versionId });
  }

  async ended(tx: WriteTransaction, documentId: string): Promise<void> {
    if ((await this.offers.ended(tx, documentId)) > 0)
      await this.news.closeEnding(tx, documentId, 'đã bãi bỏ');
    const offering = await this.offerings.openOf(tx, documentId);
    if (offering === null) return;
    const reason = 'Tài liệu đã bãi bỏ tại cơ quan soạn thảo';
    const told = await this.offerings.withdraw(tx, { id: offering.id, reason, at: this.clock.now() });
    tx.record({
      action: 'documents.offering-withdrawn',
      subjectType: 'document',
      subjectId: documentId,
      new: { offeringId: offering.id, told },
      reason,
    });
  }

  /** The versions of one decision of the owner are one batch for those who apply them. */
  async #layBeforeAdopters(
    tx: WriteTransaction,
    { documentId, versionId }: { documentId: string; versionId: string },
  ): Promise<void> {
    const offering = await this.offerings.openOf(tx, documentId);
    if (offering === null) return;
    const issued = await tx.one<{ batchId: string }>(
      `select decision_id as "batchId" from documents.version
        where agency_id = $1 and id = $2 and state = 'issued' and upper_inf(validity)`,
      [tx.actor.agencyId, versionId],
    );
    if (issued === null) return;
    const agencies = await this.offerings.lay(tx, { offeringId: offering.id, versionId, ...issued });
    tx.record({
      action: 'documents.offered',
      subjectType: 'document',
      subjectId: documentId,
      new: { offeringId: offering.id, versionId, agencies },
    });
  }
}
