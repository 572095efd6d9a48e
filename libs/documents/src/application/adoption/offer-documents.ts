import { type Actor, Clock, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  NobodyToOffer,
  NotOfferable,
  OfferingClosed,
  OfferingNotFound,
} from '../../domain/adoption/refusals';
import { OfferingsRepository } from '../../persistence/adoption/offerings.repository';

export interface OfferCommand {
  documentIds: readonly string[];
  audience: 'communes' | 'chosen';
  agencyIds: readonly string[];
  note: string | null;
}

@Injectable()
export class OfferDocuments {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly offerings: OfferingsRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /**
   * Công bố dùng chung: lays the versions in force before chosen agencies or all communes of the province, as one batch.
   * @returns ids of the offerings @throws NotOfferable, NobodyToOffer
   */
  async execute(actor: Actor, idempotency: Idempotency | null, command: OfferCommand): Promise<string[]> {
    const documentIds = [...new Set(command.documentIds)];
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const versions = await this.offerings.offerable(tx, documentIds);
      if (versions.length !== documentIds.length) throw new NotOfferable();
      const batchId = this.ids.next();
      const offered: string[] = [];
      for (const { documentId, versionId } of versions) {
        const id = this.ids.next();
        await this.offerings.add(tx, { ...command, id, documentId, at: this.clock.now() });
        const agencies = await this.offerings.lay(tx, { offeringId: id, versionId, batchId });
        if (agencies === 0) throw new NobodyToOffer();
        tx.record({
          action: 'documents.offered',
          subjectType: 'document',
          subjectId: documentId,
          new: { offeringId: id, versionId, audience: command.audience, agencies, note: command.note },
        });
        offered.push(id);
      }
      return offered;
    });
  }

  /** Those who apply the document are told; it stays in force there until they decide. @throws OfferingNotFound, OfferingClosed */
  async withdraw(
    actor: Actor,
    idempotency: Idempotency | null,
    { offeringId, reason }: { offeringId: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const offering = await this.offerings.getForUpdate(tx, offeringId);
      if (offering === null) throw new OfferingNotFound();
      if (offering.state !== 'open') throw new OfferingClosed();
      const told = await this.offerings.withdraw(tx, { id: offeringId, reason, at: this.clock.now() });
      tx.record({
        action: 'documents.offering-withdrawn',
        subjectType: 'document',
        subjectId: offering.documentId,
        new: { offeringId, told },
        reason,
      });
    });
  }
}
