import { Clock } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LoadedDeclaration } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';

/** Journal, facts and notices of a publication. */
@Injectable()
export class PublishingHand {
  constructor(
    private readonly news: DeclarationNews,
    private readonly clock: Clock,
  ) {}

  now(): Date {
    return this.clock.now();
  }

  async tell(tx: WriteTransaction, { row }: LoadedDeclaration, supersededId: string | null): Promise<void> {
    tx.record({
      action: 'declarations.published',
      subjectType: 'declaration',
      subjectId: row.id,
      new: { number: row.number, supersededId },
    });
    if (supersededId !== null) {
      tx.record({
        action: 'declarations.superseded',
        subjectType: 'declaration',
        subjectId: supersededId,
        new: { supersededById: row.id },
      });
    }
    tx.announce('declarations.declaration-published.v1', { declarationId: row.id, supersededId });
    await this.news.published(tx, row, row.number ?? '');
  }

  async tellWaiting(tx: WriteTransaction, { row }: LoadedDeclaration): Promise<void> {
    tx.record({
      action: 'declarations.waiting-for-office',
      subjectType: 'declaration',
      subjectId: row.id,
      new: { waitingFor: 'office' },
    });
    await this.news.waitsForConversion(tx, row, row.number ?? '');
  }
}
