import { PeopleFacade } from '@app/identity';
import { formatVi } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { type WriteTransaction } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { Injectable } from '@nestjs/common';

import { type OfferRow, OffersRepository } from '../../persistence/adoption/offers.repository';

/** What the owner's acts mean for an agency that applies its documents: work and news for the secretary. */
@Injectable()
export class HearOffers {
  constructor(
    private readonly offers: OffersRepository,
    private readonly people: PeopleFacade,
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
  ) {}

  /** One work item for the whole batch, however many documents and messages it has (OF-06). */
  async offered(tx: WriteTransaction, batchId: string): Promise<void> {
    const waiting = await this.offers.waitingOfBatch(tx, batchId);
    const [first] = waiting;
    if (first === undefined) return;
    const secretaries = await this.#secretaries(tx);
    const title = `Tiếp nhận và ban hành ${String(waiting.length)} tài liệu của ${first.ownerName}`;
    const link = `/adoptions?batch=${batchId}`;
    await this.work.open(tx, {
      kind: 'receive-offers',
      subjectType: 'offer-batch',
      subjectId: batchId,
      assigneeIds: secretaries,
      title,
      detail: waiting.map(({ code }) => code).join(', '),
      link,
    });
    await this.notifications.notify(tx, {
      recipients: secretaries,
      kind: 'documents.offered',
      subjectType: 'offer-batch',
      subjectId: batchId,
      title,
      link,
      occasion: 'offered',
    });
    tx.record({
      action: 'documents.offers-heard',
      subjectType: 'offer-batch',
      subjectId: batchId,
      new: { owner: first.ownerAgencyId, versions: waiting.map(({ versionId }) => versionId) },
    });
  }

  async withdrawn(tx: WriteTransaction, offeringId: string): Promise<void> {
    const ended = await this.offers.withdrawnOf(tx, offeringId);
    if (ended.length === 0) return;
    const secretaries = await this.#secretaries(tx);
    for (const offer of ended) {
      await this.closeBatch(tx, offer.batchId, 'cơ quan soạn thảo đã rút lại');
      if (offer.localDocumentId !== null) await this.#askToEnd(tx, offer, secretaries);
      await this.notifications.notify(tx, {
        recipients: secretaries,
        kind: 'documents.offering-withdrawn',
        subjectType: 'offer',
        subjectId: offer.id,
        title: `${offer.ownerName} thôi công bố dùng chung ${offer.code} “${offer.title}”`,
        link: '/adoptions',
        occasion: `withdrawn-${offeringId}`,
      });
    }
    tx.record({
      action: 'documents.offering-withdrawal-heard',
      subjectType: 'offering',
      subjectId: offeringId,
      new: { offers: ended.map(({ id }) => id) },
    });
  }

  async ownerLate(tx: WriteTransaction, ownerDocumentId: string): Promise<void> {
    const applied = await this.offers.appliedOf(tx, ownerDocumentId);
    const secretaries = await this.#secretaries(tx);
    for (const offer of applied) {
      // The owner has answered meanwhile.
      if (offer.ownerLateOn === null) continue;
      const due = ` (hạn ${formatVi(offer.ownerLateOn)})`;
      await this.notifications.notify(tx, {
        recipients: secretaries,
        kind: 'documents.owner-late',
        subjectType: 'offer',
        subjectId: offer.id,
        title: `${offer.ownerName} quá hạn sửa đổi ${offer.code}${due}: có thể chọn xử lý tại chỗ`,
        link: '/adoptions?scope=applied',
        occasion: `late-${offer.ownerLateOn}`,
      });
      tx.record({
        action: 'documents.owner-lateness-heard',
        subjectType: 'document',
        subjectId: offer.localDocumentId ?? offer.documentId,
        new: { owner: offer.ownerAgencyId, dueOn: offer.ownerLateOn },
      });
    }
  }

  /** Takes the batch off the desks once nothing in it waits. */
  async closeBatch(tx: WriteTransaction, batchId: string, reason: string): Promise<void> {
    if ((await this.offers.waitingOfBatch(tx, batchId)).length > 0) return;
    await this.work.close(tx, { subjectType: 'offer-batch', subjectId: batchId, reason });
  }

  async closeEnding(tx: WriteTransaction, localDocumentId: string, reason: string): Promise<void> {
    await this.work.close(tx, {
      subjectType: 'adopted-document',
      subjectId: localDocumentId,
      reason,
    });
  }

  async #askToEnd(tx: WriteTransaction, offer: OfferRow, secretaries: readonly string[]): Promise<void> {
    await this.work.open(tx, {
      kind: 'end-adopted',
      subjectType: 'adopted-document',
      subjectId: offer.localDocumentId ?? offer.documentId,
      assigneeIds: secretaries,
      title: `${offer.ownerName} thôi công bố ${offer.code}: bãi bỏ hoặc xử lý tại chỗ`,
      detail: offer.title,
      link: '/adoptions?scope=applied',
    });
  }

  async #secretaries(tx: WriteTransaction): Promise<string[]> {
    const people = await this.people.withRole(tx, 'secretary');
    return people.map(({ personId }) => personId);
  }
}
