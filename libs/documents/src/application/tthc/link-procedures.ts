import { fieldKey, procedureKey } from '@app/administrative-procedures';
import { type Actor, Clock, type LocalDate } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DocumentNotFound, LinkNotFound, LinkTargetNotFound } from '../../domain/refusals';
import { compareProcedure, type Difference } from '../../domain/tthc/compare-procedure';
import { type LinkSuggestion, suggestLinks } from '../../domain/tthc/suggest-links';
import { ContentRepository } from '../../persistence/content.repository';
import {
  type ConfirmedLink,
  type LinkedProcedure,
  type OpenDocument,
  type OpenProcedure,
  ProcedureLinksRepository,
} from '../../persistence/tthc/procedure-links.repository';
import { ProcedureWork } from './procedure-work';

const MOST = 2000;

export interface OpenMatches {
  documents: OpenDocument[];
  procedures: OpenProcedure[];
  suggestions: LinkSuggestion[];
}

export interface DocumentProcedures {
  versionId: string | null;
  effectiveOn: LocalDate | null;
  linked: (LinkedProcedure & { differences: Difference[] })[];
  suggested: (LinkSuggestion & OpenProcedure)[];
}

/** What may belong together, and how a document differs from what is published of its TTHC. */
@Injectable()
export class ProcedureMatches {
  constructor(
    private readonly links: ProcedureLinksRepository,
    private readonly contents: ContentRepository,
  ) {}

  /** Documents without a TTHC, TTHC without a procedure in force, and which of them may belong together. */
  async open(tx: ReadTransaction): Promise<OpenMatches> {
    const documents = await this.links.documents(tx, MOST);
    const procedures = await this.links.procedures(tx, MOST);
    const keyed = documents.map(({ documentId, title, series, codes }) => ({
      ...{ documentId, codes },
      titleKey: procedureKey(title),
      seriesKey: fieldKey(series),
    }));
    return { documents, procedures, suggestions: suggestLinks(keyed, procedures) };
  }

  /** @throws DocumentNotFound */
  async ofDocument(tx: ReadTransaction, documentId: string): Promise<DocumentProcedures> {
    const document = await this.links.document(tx, documentId);
    if (document === null) throw new DocumentNotFound();
    const { versionId, effectiveOn } = document;
    const linked = await this.links.linked(tx, documentId);
    const kept = versionId === null || linked.length === 0 ? null : await this.contents.get(tx, versionId);
    return {
      versionId,
      effectiveOn,
      linked: linked.map((procedure) => ({
        ...procedure,
        differences: compareProcedure({ effectiveOn, content: kept?.content ?? null }, procedure),
      })),
      suggested: linked.length > 0 ? [] : await this.#suggested(tx, documentId),
    };
  }

  async #suggested(tx: ReadTransaction, documentId: string): Promise<DocumentProcedures['suggested']> {
    const { procedures, suggestions } = await this.open(tx);
    return suggestions
      .filter((suggestion) => suggestion.documentId === documentId)
      .flatMap((suggestion) =>
        procedures
          .filter(({ procedureId }) => procedureId === suggestion.procedureId)
          .map((procedure) => ({ ...procedure, ...suggestion })),
      );
  }
}

/** A person says which TTHC a document implements; what is suggested counts for nothing before. */
@Injectable()
export class LinkProcedures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly links: ProcedureLinksRepository,
    private readonly work: ProcedureWork,
    private readonly clock: Clock,
  ) {}

  /** @throws LinkTargetNotFound */
  async confirm(actor: Actor, links: readonly ConfirmedLink[]): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      if ((await this.links.count(tx, links)) !== links.length) throw new LinkTargetNotFound();
      await this.links.confirm(tx, links, this.clock.now());
      for (const link of links) {
        tx.record({
          action: 'documents.procedure-linked',
          subjectType: 'document',
          subjectId: link.documentId,
          new: { procedureId: link.procedureId, matchedBy: link.matchedBy },
        });
      }
      await this.work.built(tx, [...new Set(links.map(({ documentId }) => documentId))]);
    });
  }

  /** @throws LinkNotFound */
  async remove(actor: Actor, link: Omit<ConfirmedLink, 'matchedBy'>): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      if ((await this.links.remove(tx, link)) === 0) throw new LinkNotFound();
      tx.record({
        action: 'documents.procedure-unlinked',
        subjectType: 'document',
        subjectId: link.documentId,
        old: { procedureId: link.procedureId },
      });
    });
  }
}
