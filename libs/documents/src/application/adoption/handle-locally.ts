import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { assertLocallyHandled } from '../../domain/adoption/offer';
import { OfferNotFound } from '../../domain/adoption/refusals';
import { LocalDraftsRepository } from '../../persistence/adoption/local-drafts.repository';
import { type OfferRow, OffersRepository } from '../../persistence/adoption/offers.repository';
import { TakenStore } from './receive-offers';

@Injectable()
export class HandleLocally {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly offers: OffersRepository,
    private readonly drafts: LocalDraftsRepository,
    private readonly store: TakenStore,
  ) {}

  /**
   * Xử lý tại chỗ: the agency makes the document its own and goes on from the owner's version in a draft (OF-06).
   * @returns the draft @throws OfferNotFound, OfferClosed, OwnerNotLate, DraftExists
   */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { offerId, reason }: { offerId: string; reason: string },
  ): Promise<{ documentId: string; versionId: string }> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const [offer] = await this.offers.byIdsForUpdate(tx, [offerId]);
      if (offer === undefined) throw new OfferNotFound();
      assertLocallyHandled(offer);
      return this.#takeOver(tx, offer, reason);
    });
  }

  async #takeOver(
    tx: WriteTransaction,
    offer: OfferRow,
    reason: string,
  ): Promise<{ documentId: string; versionId: string }> {
    const id = this.store.ids.next();
    const documentId = offer.localDocumentId ?? '';
    await this.drafts.own(tx, documentId);
    await this.drafts.draftFrom(tx, {
      id,
      fromVersionId: offer.localVersionId ?? '',
      changeNote: `Xử lý tại chỗ: ${reason}`,
      verificationCode: this.store.verificationCode(),
    });
    await this.offers.answer(tx, offer.id, {
      state: 'local',
      documentId: null,
      versionId: null,
      reason,
      at: this.store.clock.now(),
    });
    tx.record({
      action: 'documents.handled-locally',
      subjectType: 'document',
      subjectId: documentId,
      new: { offerId: offer.id, versionId: id, formerOwner: offer.ownerAgencyId },
      reason,
    });
    return { documentId, versionId: id };
  }
}
