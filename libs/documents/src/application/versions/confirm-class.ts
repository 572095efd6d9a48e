import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ClassReasonMissing } from '../../domain/refusals';
import { assertClassConfirmable } from '../../domain/version-acts';
import { type ChangeClass } from '../../domain/version-fields';
import { VersionsRepository } from '../../persistence/versions.repository';
import { officerOf } from '../officer';

export interface ConfirmClassCommand {
  versionId: string;
  changeClass: ChangeClass;
  reason: string | null;
}

/**
 * The approver's word on how much a version changes (R7). What the drafter proposed stays in what was signed; what is
 * confirmed decides who has to read it again.
 */
@Injectable()
export class ConfirmClass {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly versions: VersionsRepository,
    private readonly clock: Clock,
  ) {}

  /** @throws ClassNotConfirmable, SelfApproval, ClassReasonMissing, VersionNotFound */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { versionId, changeClass, reason }: ConfirmClassCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { before } = await this.versions.getForUpdate(tx, versionId);
      assertClassConfirmable(before, officerOf(actor));
      if (before.changeClass !== changeClass && reason === null) throw new ClassReasonMissing();
      await tx.change(
        `update documents.version
            set confirmed_class = $3, class_confirmer_name = $4, class_confirmed_at = $5, class_reason = $6,
                row_version = row_version + 1
          where agency_id = $1 and id = $2`,
        [actor.agencyId, versionId, changeClass, actor.personName, this.clock.now(), reason],
      );
      tx.record({
        action: 'documents.change-class-confirmed',
        subjectType: 'document',
        subjectId: before.documentId,
        old: { versionId, changeClass: before.changeClass },
        new: { versionId, changeClass },
        reason,
      });
    });
  }
}
