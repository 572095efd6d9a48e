import { type Actor, DomainError } from '@app/kernel';
import { type Fence, Inbox, UnitOfWork } from '@app/platform/database';
import { type PageText, pageTexts } from '@app/platform/office';
import { FileStore } from '@app/platform/storage';
import { Injectable } from '@nestjs/common';

import { PagesRepository } from '../../persistence/search/pages.repository';

const CONSUMER = 'documents.read-pages';

@Injectable()
export class ReadPages {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly pages: PagesRepository,
    private readonly files: FileStore,
  ) {}

  /**
   * Reads the text of a version's PDF, outside any transaction; then keeps it, unless the PDF is another one by now
   * (its own fact follows). What is read is derived from the rendition, so the journal has no row of it.
   */
  async execute(actor: Actor, versionId: string, fence: Fence): Promise<void> {
    const sha256 = await this.unitOfWork.read(actor, (tx) => this.pages.renditionOf(tx, versionId));
    if (sha256 === null) return;
    const pages = await this.#read(actor, sha256);
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.inbox.once(tx, CONSUMER, fence, async () => {
        if ((await this.pages.renditionOf(tx, versionId)) !== sha256) return;
        await this.pages.replace(tx, versionId, pages);
      });
    });
  }

  /** A scan has pages without text; a PDF that no program can read has none. */
  async #read({ agencyId }: Actor, sha256: string): Promise<PageText[]> {
    const path = await this.files.localCopy({ area: 'renditions', agencyId, sha256 });
    try {
      const pages: PageText[] = [];
      for await (const page of pageTexts(path)) pages.push(page);
      return pages;
    } catch (error) {
      if (error instanceof DomainError && error.code.startsWith('file.')) return [];
      throw error;
    }
  }
}
