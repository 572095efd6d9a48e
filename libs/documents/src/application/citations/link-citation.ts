import { type Actor, Ids } from '@app/kernel';
import { KeepLegalText, StoredTextsQuery } from '@app/legal-register';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  type CitationKey,
  citationKeyOf,
  type CitedWords,
  CitationNotFound,
} from '../../domain/citations/citation';
import { CitationLinksRepository } from '../../persistence/citations/citation-links.repository';
import { CitationsQuery } from '../../persistence/citations/citations.query';

/** Where citations are read and what was said of them is kept. */
@Injectable()
export class CitationShelf {
  constructor(
    readonly citations: CitationsQuery,
    readonly links: CitationLinksRepository,
    readonly ids: Ids,
  ) {}
}

/** A person says which text of the register a citation means, or that it does not mean the one proposed. */
@Injectable()
export class LinkCitation {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly shelf: CitationShelf,
    private readonly register: StoredTextsQuery,
    private readonly keeping: KeepLegalText,
  ) {}

  /** A name that is linked is remembered as a name of the law. @throws CitationNotFound, LegalTextNotFound */
  link(actor: Actor, idempotency: Idempotency | null, cited: CitedWords, textId: string): Promise<void> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const key = await this.#known(tx, cited, textId);
      const id = await this.shelf.links.link(tx, this.shelf.ids.next(), key, textId);
      if (cited.kind === 'name')
        await this.keeping.addAlias(tx, textId, { name: cited.words, year: cited.year });
      tx.record({
        action: 'documents.citation-linked',
        subjectType: 'citation-link',
        subjectId: id,
        new: { ...cited, textId },
      });
    });
  }

  /** @throws CitationNotFound, LegalTextNotFound */
  reject(actor: Actor, idempotency: Idempotency | null, cited: CitedWords, textId: string): Promise<void> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const key = await this.#known(tx, cited, textId);
      const id = await this.shelf.links.reject(tx, this.shelf.ids.next(), key, textId);
      tx.record({
        action: 'documents.citation-rejected',
        subjectType: 'citation-link',
        subjectId: id,
        new: { ...cited, textId },
      });
    });
  }

  async #known(tx: WriteTransaction, cited: CitedWords, textId: string): Promise<CitationKey> {
    const key = citationKeyOf(cited);
    if (!(await this.shelf.citations.isCited(tx, key))) throw new CitationNotFound();
    await this.register.get(tx, textId);
    return key;
  }
}
