import { randomBytes } from 'node:crypto';

import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ChangeSetsRepository } from '../../persistence/change-sets/change-sets.repository';

export interface OpenChangeSetCommand {
  title: string;
  reason: string;
  legalBasis: string | null;
  documentIds: readonly string[];
}

/** One change over many documents: a draft of each is opened at once, and all end in one decision. */
@Injectable()
export class OpenChangeSet {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly sets: ChangeSetsRepository,
    private readonly ids: Ids,
  ) {}

  /** @returns its id @throws VersionNotApproved, DraftExists */
  execute(actor: Actor, idempotency: Idempotency | null, command: OpenChangeSetCommand): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, (tx) => this.open(tx, command));
  }

  /** @returns its id @throws VersionNotApproved, DraftExists */
  async open(tx: WriteTransaction, command: OpenChangeSetCommand): Promise<string> {
    const { documentIds, ...set } = command;
    const id = this.ids.next();
    await this.sets.add(tx, { id, ...set });
    tx.record({
      action: 'documents.change-set-opened',
      subjectType: 'change-set',
      subjectId: id,
      new: command,
    });
    await this.draft(tx, { id, reason: command.reason }, documentIds);
    return id;
  }

  /** Drafts of further documents in a change set that is open. @throws VersionNotApproved, DraftExists */
  async draft(
    tx: WriteTransaction,
    { id, reason }: { id: string; reason: string },
    documentIds: readonly string[],
  ): Promise<void> {
    const drafts = [...new Set(documentIds)].map((documentId) => ({
      id: this.ids.next(),
      documentId,
      code: randomBytes(12).toString('base64url'),
    }));
    await this.sets.open(tx, id, drafts);
    for (const { id: versionId, documentId } of drafts)
      tx.record({
        action: 'documents.version-drafted',
        subjectType: 'document',
        subjectId: documentId,
        new: { versionId, changeSetId: id },
        reason,
      });
  }
}
