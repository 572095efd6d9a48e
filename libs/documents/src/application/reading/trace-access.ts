import { type Actor, Clock } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type RestrictedDocument } from '../../domain/reading/refusals';
import { AccessLogRepository, type NewTrace } from '../../persistence/reading/access-log.repository';

/** Writes down who took or was refused what, before the first byte leaves (DI-11, DI-16). */
@Injectable()
export class TraceAccess {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly log: AccessLogRepository,
    private readonly clock: Clock,
  ) {}

  async taken(
    actor: Actor,
    { versionId, documentId }: { versionId: string; documentId: string },
    action: NewTrace['action'],
  ): Promise<void> {
    const at = this.clock.now();
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.log.add(tx, { versionId, action, at });
      tx.record({
        action: action === 'denied' ? 'documents.access-denied' : 'documents.file-taken',
        subjectType: 'document',
        subjectId: documentId,
        new: { versionId, what: action },
      });
    });
  }

  denied(actor: Actor, { documentId, versionId }: RestrictedDocument): Promise<void> {
    return this.taken(actor, { versionId, documentId }, 'denied');
  }
}
