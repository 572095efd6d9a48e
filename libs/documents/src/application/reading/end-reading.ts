import { PeopleFacade } from '@app/identity';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { FixingRepository } from '../../persistence/reading/fixing.repository';
import { PaperCopiesRepository } from '../../persistence/reading/paper-copies.repository';
import { ReadingDesk } from './reading-desk';

export interface EndedDocuments {
  documentIds: readonly string[];
  /** Versions of them that go on. */
  except: readonly string[];
  reason: string;
}

/** What ends with a version: reading nobody need do any more (R4), and paper that must come back (DI-12). */
@Injectable()
export class EndReading {
  constructor(
    private readonly fixing: FixingRepository,
    private readonly papers: PaperCopiesRepository,
    private readonly desk: ReadingDesk,
    private readonly people: PeopleFacade,
  ) {}

  async execute(tx: WriteTransaction, { documentIds, except, reason }: EndedDocuments): Promise<void> {
    if (documentIds.length === 0) return;
    await this.#callOff(tx, { documentIds, except, reason });
    await this.#recall(tx, { documentIds, except, reason });
  }

  async #callOff(tx: WriteTransaction, { documentIds, except, reason }: EndedDocuments): Promise<void> {
    const standing = await this.fixing.standing(tx, documentIds, except);
    if (standing.length === 0) return;
    const closed = await this.fixing.end(tx, standing, reason);
    for (const version of await this.papers.named(tx, standing)) {
      const own = closed.filter(
        ({ versionId, personId }) => versionId === version.versionId && personId !== null,
      );
      if (own.length > 0) await this.desk.callOff(tx, version, own, reason);
      tx.record({
        action: 'documents.reading-ended',
        subjectType: 'document',
        subjectId: version.documentId,
        new: { versionId: version.versionId, calledOff: own.length },
        reason,
      });
    }
  }

  async #recall(tx: WriteTransaction, { documentIds, except, reason }: EndedDocuments): Promise<void> {
    const called = await this.papers.callBack(tx, { documentIds, except, reason });
    if (called.length === 0) return;
    const keepers = (await this.people.withRole(tx, 'secretary')).map(({ personId }) => personId);
    for (const version of await this.papers.named(
      tx,
      called.map(({ versionId }) => versionId),
    )) {
      const copies = called.find(({ versionId }) => versionId === version.versionId)?.copies ?? 0;
      await this.desk.recall(tx, version, copies, keepers);
      tx.record({
        action: 'documents.paper-copies-called-back',
        subjectType: 'document',
        subjectId: version.documentId,
        new: { versionId: version.versionId, copies },
        reason,
      });
    }
  }
}
