import { type LocalDate } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { OfferingsRepository } from '../../persistence/adoption/offerings.repository';

/** Tells those who apply a shared document that its owner is late with it, or is no more (OF-06). */
@Injectable()
export class OwnerLateness {
  constructor(private readonly offerings: OfferingsRepository) {}

  /**
   * From here on an adopter may choose "xử lý tại chỗ"; null takes it back.
   * @returns how many agencies apply the document and did not know
   */
  tell(tx: WriteTransaction, documentId: string, dueOn: LocalDate | null): Promise<number> {
    return this.offerings.tellLate(tx, documentId, dueOn);
  }
}
