import { Clock } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type Declaration } from '../domain/declaration';
import { DeclarationNews } from './declaration-news';

/** Hands a draft to the head as soon as it is ready. */
@Injectable()
export class DraftingDesk {
  constructor(
    private readonly news: DeclarationNews,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async hand(
    tx: WriteTransaction,
    subject: { id: string; standardLabel: string; createdBy: string },
    declaration: Declaration,
  ): Promise<void> {
    if (declaration.snapshot.state === 'ready') await this.news.waitsForSignature(tx, subject);
  }
}
