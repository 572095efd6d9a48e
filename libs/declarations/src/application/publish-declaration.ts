import { type Actor } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { OfficeUnavailable } from '@app/platform/office';
import { type StoredFile } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { DeclarationsRepository } from '../persistence/declarations.repository';
import { type PaperContent } from './declaration-paper';
import { PublicFiles } from './public-files';
import { PublishingHand } from './publishing-hand';

/** Slow and repeatable: files laid in the public area, where nothing links to them yet. */
export interface PreparedPublication {
  id: string;
  pdf: StoredFile;
  /** Public copies by version. */
  copies: ReadonlyMap<string, StoredFile>;
}

@Injectable()
export class PublishDeclaration {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly declarations: DeclarationsRepository,
    private readonly files: PublicFiles,
    private readonly hand: PublishingHand,
  ) {}

  /**
   * Lays the files. Without an Office program the declaration stays registered, says why, and a sweep tries again.
   * @returns null when there is nothing to publish now
   */
  async prepare(actor: Actor, id: string): Promise<PreparedPublication | null> {
    const content = await this.unitOfWork.read(actor, (tx) => this.files.content(tx, id));
    if (content.row.state !== 'registered') return null;
    try {
      return {
        id,
        pdf: await this.files.paper(content),
        copies: await this.files.copies(content.row.agencyId, content.lines),
      };
    } catch (error) {
      if (!(error instanceof OfficeUnavailable)) throw error;
      await this.#wait(actor, content);
      return null;
    }
  }

  /** Public, and the one before superseded, in one transaction. Again it changes nothing. */
  async publish(tx: WriteTransaction, { id, pdf, copies }: PreparedPublication): Promise<void> {
    const loaded = await this.declarations.getForUpdate(tx, id);
    if (loaded.declaration.snapshot.state !== 'registered') return;
    const now = this.hand.now();
    const earlier = await this.#supersede(tx, id, now);
    loaded.declaration.publish();
    await this.declarations.save(tx, loaded, {
      published_at: now,
      waiting_for: null,
      pdf_sha256: pdf.sha256,
      pdf_size: pdf.size,
    });
    const files = [...copies].map(([versionId, { sha256, size }]) => [versionId, { sha256, size }]);
    await tx.query('select portal.publish($1, $2::jsonb), portal.publish_head()', [
      id,
      JSON.stringify(Object.fromEntries(files)),
    ]);
    await this.hand.tell(tx, loaded, earlier);
  }

  async #supersede(tx: WriteTransaction, id: string, endedAt: Date): Promise<string | null> {
    const earlier = await this.declarations.publishedForUpdate(tx);
    if (earlier === null) return null;
    earlier.declaration.supersede();
    await this.declarations.save(tx, earlier, { superseded_by_id: id, ended_at: endedAt });
    return earlier.row.id;
  }

  async #wait(actor: Actor, { row }: PaperContent): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const loaded = await this.declarations.getForUpdate(tx, row.id);
      if (loaded.row.state !== 'registered' || loaded.row.waitingFor !== null) return;
      await this.declarations.save(tx, loaded, { waiting_for: 'office' });
      await this.hand.tellWaiting(tx, loaded);
    });
  }
}
