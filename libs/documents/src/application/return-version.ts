import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { VersionsRepository } from '../persistence/versions.repository';
import { officerOf } from './officer';
import { VersionDesk } from './version-desk';

@Injectable()
export class ReturnVersion {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionsRepository,
    private readonly desk: VersionDesk,
    private readonly clock: Clock,
  ) {}

  /** Trả lại, with the reason: it becomes a draft again and the work of those who made it. @throws NotTheirTurn, IllegalTransition */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { versionId, reason }: { versionId: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const loaded = await this.versions.getForUpdate(tx, versionId);
      const facts = await this.desk.factsOf(tx, versionId);
      loaded.version.return(officerOf(actor, loaded.standsInFor), { reason, at: this.clock.now() });
      await this.versions.save(tx, loaded);
      await this.desk.clear(tx, versionId, 'đã trả lại');
      await this.desk.layBack(tx, facts, reason);
      await this.desk.tellDrafter(tx, facts, {
        kind: 'documents.returned',
        title: `Trả lại: ${facts.code} – ${facts.title}`,
        body: reason,
      });
      tx.record({
        action: 'documents.version-returned',
        subjectType: 'document',
        subjectId: facts.documentId,
        new: { versionId },
        reason,
      });
    });
  }
}
