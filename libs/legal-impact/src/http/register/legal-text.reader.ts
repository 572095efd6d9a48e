import { NotEntitled } from '@app/identity';
import {
  type Article,
  articlesNamed,
  Duplicates,
  isAwaited,
  LegalTextNotFound,
  NotTheTextsSteward,
  type OfficialFile,
  StoredTextsQuery,
} from '@app/legal-register';
import { type LocalDate } from '@app/kernel';
import { type ReadTransaction } from '@app/platform/database';
import { type Action, actionOf, explained, type Language, ProblemCatalogue } from '@app/platform/http';
import { Injectable } from '@nestjs/common';

import { ChangesQuery } from '../../persistence/changes.query';
import {
  type RelationRow,
  type TextDetailRow,
  type TextRow,
  TextsQuery,
} from '../../persistence/texts.query';
import {
  type AwaitedRelation,
  type AwaitingText,
  type KnownArticle,
  type LegalTextActions,
  type LegalTextDetail,
  type OfficialFileView,
} from './legal-text-detail.dto';
import { type LegalTextLine } from './legal-text.dto';

/** Where the register and what followed from it are read. */
@Injectable()
export class RegisterReads {
  constructor(
    readonly texts: TextsQuery,
    readonly changes: ChangesQuery,
    readonly duplicates: Duplicates,
    readonly stored: StoredTextsQuery,
  ) {}
}

/** What the page of a text shows on a day, and what the caller may do with it. */
@Injectable()
export class LegalTextReader {
  constructor(
    private readonly reads: RegisterReads,
    private readonly catalogue: ProblemCatalogue,
  ) {}

  /** @throws LegalTextNotFound */
  async detail(
    tx: ReadTransaction,
    id: string,
    { on, language }: { on: LocalDate; language: Language },
  ): Promise<LegalTextDetail> {
    const row = await this.reads.texts.one(tx, id, on);
    if (row === null) throw new LegalTextNotFound();
    const relations = await this.reads.texts.relations(tx, id);
    const { rowVersion, state, field, expiredOn, abstract, sourceUrl, territoryNote, closedReason } = row;
    const { mergedIntoId, mergedInto } = row;
    return {
      ...lineOf(row),
      ...{ on, rowVersion, state, field, expiredOn, abstract, sourceUrl, territoryNote, closedReason },
      ...{ mergedIntoId, mergedInto, relations },
      file: row.file === null ? null : fileOf(row.file),
      articles: row.articles.map((article) => articleOf(article, relations)),
      territory: row.territory.map((unit) => ({ id: unit.id, name: unit.name })),
      aliases: await this.reads.texts.aliases(tx, id),
      awaited: stillAwaited(row, relations),
      awaitedBy: await this.#awaitedBy(tx, row),
      duplicates: isLive(row) ? await this.reads.duplicates.of(tx, id) : [],
      citedByDocuments: await this.reads.texts.citing(tx, id),
      changeId: await this.reads.changes.ofText(tx, id),
      actions: this.#actions(tx, row, language),
    };
  }

  async #awaitedBy(tx: ReadTransaction, row: TextDetailRow): Promise<AwaitingText[]> {
    if (!isLive(row)) return [];
    const awaiting = await this.reads.stored.awaiting(tx, row.numberKey);
    return awaiting.flatMap(({ id, numberSymbol, title, mine, awaited }) =>
      awaited
        .filter((each) => isAwaited(each, row))
        .map(({ kind, partly }) => ({ textId: id, numberSymbol, title, kind, partly, mine })),
    );
  }

  /** The checks are those that the acts themselves make, but for the entitlement for the field of law. */
  #actions(tx: ReadTransaction, row: TextDetailRow, language: Language): LegalTextActions {
    const act = (check: () => void): Action =>
      explained(
        actionOf(() => {
          if (!tx.actor.permissions.has('legal-register.record')) throw new NotEntitled();
          check();
        }),
        this.catalogue,
        language,
      );
    const own = act(() => {
      if (row.stewardAgencyId !== tx.actor.agencyId) throw new NotTheTextsSteward();
      if (!isLive(row)) throw new LegalTextNotFound();
    });
    return { correct: own, withdraw: own, merge: own, addAlias: act(() => undefined) };
  }
}

/** What has become a relation since is awaited no longer. */
function stillAwaited({ awaited }: TextDetailRow, relations: readonly RelationRow[]): AwaitedRelation[] {
  return awaited
    .filter(
      ({ kind, numberSymbol }) =>
        !relations.some((each) => each.kind === kind && each.numberSymbol === numberSymbol),
    )
    .map(({ numberKey: _, issuerKey: __, ...shown }) => shown);
}

function fileOf({ name, size, state, problem }: OfficialFile): OfficialFileView {
  return { name, size, state, problem };
}

function isLive({ state }: TextDetailRow): boolean {
  return state === 'recorded' || state === 'confirmed';
}

/** A text as lists show it. */
export function lineOf(row: TextRow): LegalTextLine {
  const { id, kind, numberSymbol, issuer, issuedOn, effectiveOn, endsOn, title, status } = row;
  const { amended, appliesHere, confirmed, stewardName, citedBy } = row;
  return {
    ...{ id, kind, numberSymbol, issuer, issuedOn, effectiveOn, endsOn, title, status },
    ...{ amended, appliesHere, confirmed, stewardName, citedBy },
  };
}

/** What others did to an article, as far as they named it. */
function articleOf(article: Article, relations: readonly RelationRow[]): KnownArticle {
  const touched = relations
    .filter(({ direction, provisions }) => direction === 'from' && provisions !== null)
    .filter(({ provisions }) => articlesNamed(provisions ?? '').includes(article.label))
    .map(({ kind, numberSymbol, effectiveOn }) => ({ kind, by: numberSymbol, effectiveOn }));
  return { ...article, touched };
}
