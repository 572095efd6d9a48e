import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DeclarationsRepository } from '../persistence/declarations.repository';
import { DeclarationNews } from './declaration-news';

/** Keeps what the public sees true while documents change below a declaration. */
@Injectable()
export class FollowScope {
  constructor(
    private readonly declarations: DeclarationsRepository,
    private readonly news: DeclarationNews,
  ) {}

  /** A document of the declared scope has another version, or none: the portal says so, and the secretary is asked to declare again. */
  async documentChanged(tx: WriteTransaction, documentId: string): Promise<void> {
    const loaded = await this.declarations.publishedForUpdate(tx);
    if (loaded === null) return;
    const lines = await this.declarations.lines(tx, loaded.row);
    if (!lines.some((line) => line.documentId === documentId)) return;
    await this.refresh(tx, loaded.row.id);
    await this.news.scopeDrifted(tx, loaded.row, {
      number: loaded.row.number ?? '',
      occasion: `scope-changed:${documentId}`,
    });
  }

  /** Brings the public projection up to date (a version may end or begin by its date alone) and posts the day's head. */
  async refresh(tx: WriteTransaction, id: string): Promise<void> {
    await tx.query('select portal.publish($1, null)', [id]);
  }

  async daily(tx: WriteTransaction, id: string): Promise<void> {
    await this.refresh(tx, id);
    await tx.query('select portal.publish_head()');
  }
}
