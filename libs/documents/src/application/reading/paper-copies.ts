import { type Actor, type LocalDate, uuidV7 } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NothingToDistribute } from '../../domain/reading/refusals';
import { DestructionsRepository, type Destruction } from '../../persistence/reading/destructions.repository';
import { DistributedVersionsQuery } from '../../persistence/reading/distributed-versions.query';
import {
  type LoadedPaperCopy,
  PaperCopiesRepository,
} from '../../persistence/reading/paper-copies.repository';
import { ReadingDesk } from './reading-desk';

export interface HandOutCommand {
  versionId: string;
  holderName: string;
  unitId: string | null;
  place: string;
  issuedOn: LocalDate;
}

export interface TakeBackCommand {
  copyId: string;
  /** Null: the holder cannot give it back. */
  recalledOn: LocalDate | null;
  condition: string | null;
}

export type DestroyCommand = Omit<Destruction, 'id'> & { copyIds: readonly string[] };

/** Where copies on paper are kept. */
@Injectable()
export class PaperShelf {
  constructor(
    readonly copies: PaperCopiesRepository,
    readonly destructions: DestructionsRepository,
  ) {}
}

/** Controlled copies on paper: each has a number and a holder until it is back (DI-12). */
@Injectable()
export class PaperCopies {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: DistributedVersionsQuery,
    private readonly shelf: PaperShelf,
    private readonly desk: ReadingDesk,
  ) {}

  /** @returns id of the copy @throws VersionNotFound, NothingToDistribute */
  async handOut(actor: Actor, idempotency: Idempotency | null, command: HandOutCommand): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const version = await this.versions.get(tx, command.versionId);
      if (version.state !== 'issued' || version.endsOn !== null) throw new NothingToDistribute();
      const id = uuidV7();
      const { documentId, ownerAgencyId } = version;
      const number = await this.shelf.copies.add(tx, { id, documentId, ownerAgencyId, ...command });
      tx.record({
        action: 'documents.paper-copy-issued',
        subjectType: 'document',
        subjectId: documentId,
        new: { copyId: id, number, ...command },
      });
      return id;
    });
  }

  /** @throws PaperCopyNotFound, RecallBeforeIssue, IllegalTransition */
  async takeBack(
    actor: Actor,
    idempotency: Idempotency | null,
    { copyId, recalledOn, condition }: TakeBackCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const [loaded] = await this.shelf.copies.getForUpdate(tx, [copyId]);
      if (loaded === undefined) return;
      if (recalledOn === null) loaded.copy.reportLost(condition ?? '');
      else loaded.copy.recall(recalledOn, condition);
      await this.#save(tx, [loaded], 'documents.paper-copy-returned');
    });
  }

  /** @returns id of the minutes @throws PaperCopyNotFound, IllegalTransition */
  async destroy(
    actor: Actor,
    idempotency: Idempotency | null,
    { copyIds, ...minutes }: DestroyCommand,
  ): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = uuidV7();
      const loaded = await this.shelf.copies.getForUpdate(tx, copyIds);
      for (const { copy } of loaded) copy.destroy(id);
      await this.shelf.destructions.add(tx, { id, ...minutes });
      await this.#save(tx, loaded, 'documents.paper-copy-destroyed');
      tx.record({
        action: 'documents.copies-destroyed',
        subjectType: 'destruction',
        subjectId: id,
        new: { ...minutes, copyIds },
      });
      return id;
    });
  }

  async #save(tx: WriteTransaction, loaded: readonly LoadedPaperCopy[], action: string): Promise<void> {
    await this.shelf.copies.save(tx, loaded);
    for (const { copy, documentId, versionId, number } of loaded) {
      tx.record({
        action,
        subjectType: 'document',
        subjectId: documentId,
        new: { versionId, number, ...copy.snapshot },
      });
    }
    for (const versionId of new Set(loaded.map((each) => each.versionId)))
      if (!(await this.shelf.copies.isOutstanding(tx, versionId))) await this.desk.recalled(tx, versionId);
  }
}
