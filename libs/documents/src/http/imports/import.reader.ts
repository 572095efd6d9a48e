import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ReviewedItem, summarise } from '../../domain/imports';
import { type ImportItem, ImportsQuery } from '../../persistence/imports/imports.query';
import { type ImportDetail, type ImportItemQuery, type ImportItemView } from './import.dto';

/** Reads what the screens of an import show. */
@Injectable()
export class ImportReader {
  constructor(readonly query: ImportsQuery) {}

  async detail(tx: ReadTransaction, id: string): Promise<ImportDetail> {
    const batch = await this.query.get(tx, id);
    return { ...batch, ...summarise(await this.query.review(tx, id)) };
  }

  /** Rows of a filter from a place on: judged together, because a code is taken or free only among all of them. */
  async rows(
    tx: ReadTransaction,
    id: string,
    { status, from, limit }: { status: ImportItemQuery['status']; from: number; limit: number },
  ): Promise<{ place: number; row: ReviewedItem<ImportItem> }[]> {
    await this.query.get(tx, id);
    const reviewed = await this.query.review(tx, id);
    return reviewed
      .map((row, place) => ({ place, row }))
      .filter(({ place, row }) => place >= from && isShown(row, status ?? 'all'))
      .slice(0, limit + 1);
  }

  async row(tx: ReadTransaction, id: string, itemId: string): Promise<ImportItemView> {
    const reviewed = await this.query.review(tx, id);
    const found = reviewed.find(({ item }) => item.id === itemId);
    return found === undefined ? viewOf(await this.#missing(tx, id, itemId)) : viewOf(found);
  }

  /** @throws ImportNotFound */
  async #missing(tx: ReadTransaction, id: string, itemId: string): Promise<ReviewedItem<ImportItem>> {
    return { item: await this.query.item(tx, id, itemId), status: 'reading', problems: [], nextCode: null };
  }
}

function isShown(
  { status, problems }: ReviewedItem<ImportItem>,
  filter: NonNullable<ImportItemQuery['status']>,
): boolean {
  if (filter === 'all') return true;
  if (filter !== 'problems') return status === filter;
  return status === 'blocked' || status === 'warned' || (status === 'refused' && problems.length > 0);
}

export function viewOf({ item, status, problems, nextCode }: ReviewedItem<ImportItem>): ImportItemView {
  const {
    id,
    fileName,
    folder,
    progress,
    rowVersion,
    fields,
    keepsCode,
    earlier,
    signers,
    pages,
    documentId,
    versionId,
  } = item;
  return {
    id,
    fileName,
    folder,
    status,
    progress,
    rowVersion,
    fields,
    keepsCode,
    earlier,
    signers,
    problems,
    nextCode,
    pages,
    documentId,
    versionId,
  };
}
