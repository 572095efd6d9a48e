import { randomBytes } from 'node:crypto';

import { type Actor, Clock, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { assertReceivable } from '../../domain/adoption/offer';
import { OfferNotFound } from '../../domain/adoption/refusals';
import { type OfferRow, OffersRepository } from '../../persistence/adoption/offers.repository';
import {
  type TakenVersion,
  TakenVersionsRepository,
} from '../../persistence/adoption/taken-versions.repository';
import { TakenFiles } from './taken-files';

/** Where a version taken from another agency comes to stand. */
@Injectable()
export class TakenStore {
  constructor(
    readonly files: TakenFiles,
    readonly versions: TakenVersionsRepository,
    readonly ids: Ids,
    readonly clock: Clock,
  ) {}

  verificationCode(): string {
    return randomBytes(12).toString('base64url');
  }
}

@Injectable()
export class ReceiveOffers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly offers: OffersRepository,
    private readonly store: TakenStore,
  ) {}

  /**
   * Tiếp nhận: what the owner offered becomes a version of this agency, with the owner's file, code and number, and waits
   * for the decision that issues it here (OF-06). @returns ids of the versions, in the order of the offers
   * @throws OfferNotFound, OfferClosed
   */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    offerIds: readonly string[],
  ): Promise<string[]> {
    const ids = [...new Set(offerIds)];
    const offered = await this.unitOfWork.read(actor, (tx) => this.offers.byIds(tx, ids));
    assertAll(offered, ids);
    for (const offer of offered) await this.store.files.keep(offer.ownerAgencyId, actor.agencyId, offer);
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const locked = await this.offers.byIdsForUpdate(tx, ids);
      assertAll(locked, ids);
      const received: string[] = [];
      for (const offer of locked) received.push(await this.#receive(tx, offer));
      return received;
    });
  }

  async #receive(tx: WriteTransaction, offer: OfferRow): Promise<string> {
    const at = this.store.clock.now();
    const taken = this.#versionOf(offer, at);
    const documentId = await this.store.versions.document(tx, taken);
    await this.store.versions.add(tx, { ...taken, documentId });
    await this.offers.copyContent(tx, offer.id, { id: taken.id, documentId });
    await this.offers.answer(tx, offer.id, {
      state: 'received',
      documentId,
      versionId: taken.id,
      reason: null,
      at,
    });
    tx.record({
      action: 'documents.offer-received',
      subjectType: 'document',
      subjectId: documentId,
      new: { offerId: offer.id, versionId: taken.id, owner: taken.origin, rendition: offer.rendition.sha256 },
    });
    return taken.id;
  }

  #versionOf(offer: OfferRow, at: Date): TakenVersion {
    const { code, series, title, issue, revision, changeNote, master, rendition, metadataHash } = offer;
    return {
      id: this.store.ids.next(),
      documentId: this.store.ids.next(),
      kind: 'adopted',
      origin: {
        agencyId: offer.ownerAgencyId,
        documentId: offer.documentId,
        versionId: offer.versionId,
        name: offer.ownerName,
      },
      ...{ code, series, title, issue, revision, changeNote, master, rendition, metadataHash },
      documentKind: offer.kind,
      territory: null,
      limitedUntil: null,
      verificationCode: this.store.verificationCode(),
      at,
    };
  }
}

/** @throws OfferNotFound, OfferClosed */
function assertAll(offers: readonly OfferRow[], ids: readonly string[]): void {
  if (offers.length !== ids.length) throw new OfferNotFound();
  offers.forEach(assertReceivable);
}
