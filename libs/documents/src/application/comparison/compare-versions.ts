import { setImmediate as othersTurn } from 'node:timers/promises';

import { type Actor, foldVietnamese } from '@app/kernel';
import { type ReadTransaction, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { alignment, type Match } from '../../domain/comparison/align';
import { type Page, type Row, rowsOf, wordsOf } from '../../domain/comparison/rows';
import { type CasePair, compareCases } from '../../domain/comparison/steps';
import { VersionNotFound } from '../../domain/refusals';
import { PagesQuery } from '../../persistence/comparison/pages.query';
import { ContentRepository } from '../../persistence/content.repository';
import { type DetailRow, VersionDetailQuery } from '../../persistence/version-detail.query';

/** About 600 dense pages a side; what is longer is compared up to here, and said to be cut. */
const MOST_CHARACTERS = 2_000_000;
/** The api answers others at least this often while two long texts are compared. */
const SLICE_MS = 25;

export interface Pair {
  documentId: string;
  left: string;
  right: string;
}

export interface ComparedCover {
  left: DetailRow;
  right: DetailRow;
  cases: CasePair[];
}

export interface ComparedText {
  rows: Row[];
  /** Pages whose text is known; 0 while the worker has not taken it. */
  pages: { left: number; right: number };
  isCut: boolean;
}

/** Sets any two versions of a document side by side (DI-07). */
@Injectable()
export class CompareVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly details: VersionDetailQuery,
    private readonly content: ContentRepository,
    private readonly pages: PagesQuery,
  ) {}

  /** Cover fields, hashes and step tables. @throws VersionNotFound */
  cover(actor: Actor, pair: Pair): Promise<ComparedCover> {
    return this.unitOfWork.read(actor, async (tx) => {
      const { left, right } = await this.#both(tx, pair);
      const [old, fresh] = [await this.content.get(tx, left.id), await this.content.get(tx, right.id)];
      return {
        left,
        right,
        cases: compareCases(old?.content ?? null, fresh?.content ?? null, foldVietnamese),
      };
    });
  }

  /** The text of the pages, word by word. @throws VersionNotFound */
  async text(actor: Actor, pair: Pair): Promise<ComparedText> {
    const [old, fresh] = await this.unitOfWork.read(actor, async (tx) => {
      const { left, right } = await this.#both(tx, pair);
      return [
        await this.pages.upTo(tx, left.id, MOST_CHARACTERS),
        await this.pages.upTo(tx, right.id, MOST_CHARACTERS),
      ] as const;
    });
    return {
      rows: await compare(old.pages, fresh.pages),
      pages: { left: old.total, right: fresh.total },
      isCut: old.pages.length < old.total || fresh.pages.length < fresh.total,
    };
  }

  async #both(tx: ReadTransaction, pair: Pair): Promise<{ left: DetailRow; right: DetailRow }> {
    const left = await this.details.get(tx, pair.left);
    const right = await this.details.get(tx, pair.right);
    if (left.documentId !== pair.documentId || right.documentId !== pair.documentId)
      throw new VersionNotFound();
    return { left, right };
  }
}

/** Outside any transaction, and in slices: two texts of 300 pages keep nobody waiting. */
async function compare(left: readonly Page[], right: readonly Page[]): Promise<Row[]> {
  const [olds, news] = [wordsOf(left), wordsOf(right)];
  const matches: Match[] = [];
  let since = performance.now();
  for (const found of alignment(
    olds.map(({ text }) => text),
    news.map(({ text }) => text),
  )) {
    for (const match of found) matches.push(match);
    if (performance.now() - since < SLICE_MS) continue;
    await othersTurn();
    since = performance.now();
  }
  return rowsOf(
    olds,
    news,
    matches.sort(([a], [b]) => a - b),
  );
}
