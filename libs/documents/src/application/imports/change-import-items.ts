import { type Actor } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import {
  EarlierDatesWrong,
  EarlierVersionUnknown,
  ImportItemClosed,
  UnitNotInAgency,
} from '../../domain/refusals';
import { type EarlierVersion } from '../../domain/imports';
import { ImportsQuery } from '../../persistence/imports/imports.query';
import { ImportsRepository, type ItemChange } from '../../persistence/imports/imports.repository';

export interface ItemKey {
  batchId: string;
  itemId: string;
  rowVersion: number;
}

@Injectable()
export class ChangeImportItems {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly imports: ImportsRepository,
    private readonly query: ImportsQuery,
  ) {}

  /** @throws StaleRow, ImportNotFound, ImportItemClosed, EarlierVersionUnknown, UnitNotInAgency */
  async one(actor: Actor, key: ItemKey, change: ItemChange): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.#assertUnit(tx, change);
      if (change.earlier !== undefined && change.earlier !== null)
        await this.#assertEarlier(tx, key, change.earlier);
      await this.imports.changeItem(tx, key, change);
      tx.record({
        action: 'documents.import-item-changed',
        subjectType: 'import',
        subjectId: key.batchId,
        new: { itemId: key.itemId, ...change },
      });
    });
  }

  /** The same lĩnh vực, unit or fate for many rows. @throws ImportNotFound, ImportItemClosed, UnitNotInAgency */
  async many(
    actor: Actor,
    key: { batchId: string; itemIds: readonly string[] },
    change: Omit<ItemChange, 'earlier'>,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.imports.lock(tx, key.batchId);
      await this.#assertUnit(tx, change);
      const changed = await this.imports.changeMany(tx, key, change);
      if (changed !== new Set(key.itemIds).size) throw new ImportItemClosed();
      tx.record({
        action: 'documents.import-items-changed',
        subjectType: 'import',
        subjectId: key.batchId,
        new: { itemIds: key.itemIds, ...change },
      });
    });
  }

  async #assertUnit(tx: WriteTransaction, { corrections }: ItemChange): Promise<void> {
    const unitId = corrections?.owningUnitId ?? null;
    if (unitId === null) return;
    const known = await tx.one('select 1 from organization.unit where agency_id = $1 and id = $2', [
      tx.actor.agencyId,
      unitId,
    ]);
    if (known === null) throw new UnitNotInAgency();
  }

  /** A person says whose earlier version it is; a row that is itself earlier is nobody's document. */
  async #assertEarlier(
    tx: WriteTransaction,
    { batchId, itemId }: ItemKey,
    { documentId, itemId: otherId, from, until }: EarlierVersion,
  ): Promise<void> {
    if (until <= from) throw new EarlierDatesWrong();
    if ((documentId === null) === (otherId === null) || otherId === itemId) throw new EarlierVersionUnknown();
    if (otherId !== null) {
      const other = await this.query.item(tx, batchId, otherId);
      if (other.earlier !== null) throw new EarlierVersionUnknown();
      return;
    }
    const known = await tx.one('select 1 from documents.document where agency_id = $1 and id = $2', [
      tx.actor.agencyId,
      documentId,
    ]);
    if (known === null) throw new EarlierVersionUnknown();
  }
}
