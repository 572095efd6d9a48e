import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { READ_WORDING } from '../../domain/reading/duty';
import { NotAReader, ReadingEnded, TestFirst } from '../../domain/reading/refusals';
import {
  AcknowledgementsRepository,
  type OpenReading,
} from '../../persistence/reading/acknowledgements.repository';
import { ReadingDesk } from './reading-desk';

const DONE = 'đã đọc và nắm nội dung';

@Injectable()
export class AcknowledgeReading {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly acknowledgements: AcknowledgementsRepository,
    private readonly desk: ReadingDesk,
    private readonly clock: Clock,
  ) {}

  /**
   * "Đã đọc và nắm nội dung", of one version or several at once: all or none (DI-09). Confirming again changes nothing.
   * @throws NotAReader, ReadingEnded, TestFirst
   */
  async execute(actor: Actor, idempotency: Idempotency | null, versionIds: readonly string[]): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const personId = tx.actor.personId ?? '';
      const asked = await this.acknowledgements.asked(tx, versionIds, [personId]);
      if (asked.length !== new Set(versionIds).size) throw new NotAReader();
      const open = asked.filter(({ acknowledged }) => !acknowledged);
      open.forEach(assertOpen);
      if (open.length === 0) return;
      await this.acknowledgements.add(tx, {
        versionIds: open.map(({ versionId }) => versionId),
        personIds: [personId],
        wording: READ_WORDING,
        at: this.clock.now(),
        meetingId: null,
      });
      for (const reading of open) await this.#close(tx, reading);
    });
  }

  async #close(tx: WriteTransaction, { versionId, documentId, personId }: OpenReading): Promise<void> {
    await this.desk.done(tx, versionId, personId, DONE);
    tx.record({
      action: 'documents.version-read',
      subjectType: 'document',
      subjectId: documentId,
      new: { versionId, personId, method: 'self', wording: READ_WORDING },
    });
  }
}

function assertOpen({ state, testDue }: OpenReading): void {
  if (state === 'cancelled') throw new ReadingEnded();
  if (testDue) throw new TestFirst();
}
