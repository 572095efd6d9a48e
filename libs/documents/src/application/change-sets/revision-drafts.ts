import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ChangeSetsRepository } from '../../persistence/change-sets/change-sets.repository';
import { OpenChangeSet } from './open-change-set';

/** Why documents must be revised, and the change set that gathers their drafts, when there is one already. */
export interface Revision {
  title: string;
  reason: string;
  legalBasis: string | null;
  documentIds: readonly string[];
  changeSetId: string | null;
}

/** What answers a revision: a draft of each document that has something in force or in work. */
export interface RevisionBegun {
  changeSetId: string | null;
  drafts: readonly { documentId: string; versionId: string }[];
}

/** Opens drafts of documents that must be revised, from their versions in force, as one change set (OF-07). */
@Injectable()
export class RevisionDrafts {
  constructor(
    private readonly sets: ChangeSetsRepository,
    private readonly opening: OpenChangeSet,
  ) {}

  /** A draft that is in work already is taken as it is: its drafter goes on with it. */
  async begin(tx: WriteTransaction, { changeSetId, documentIds, ...set }: Revision): Promise<RevisionBegun> {
    const before = await this.sets.prospects(tx, documentIds);
    const openable = before
      .filter(({ draftId, isInForce }) => draftId === null && isInForce)
      .map(({ documentId }) => documentId);
    const id = await this.#open(tx, { ...set, changeSetId, documentIds: openable });
    const after = openable.length === 0 ? before : await this.sets.prospects(tx, documentIds);
    return {
      changeSetId: id,
      drafts: after.flatMap(({ documentId, draftId }) =>
        draftId === null ? [] : [{ documentId, versionId: draftId }],
      ),
    };
  }

  async #open(tx: WriteTransaction, { changeSetId, ...set }: Revision): Promise<string | null> {
    if (set.documentIds.length === 0) return changeSetId;
    if (changeSetId === null) return this.opening.open(tx, set);
    await this.opening.draft(tx, { id: changeSetId, reason: set.reason }, set.documentIds);
    return changeSetId;
  }
}
