import { type Actor, Clock } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { VersionsRepository } from '../../persistence/versions.repository';
import { type ClassWord, noteClass } from './note-class';

export interface ConfirmClassCommand extends ClassWord {
  versionId: string;
}

/** The class of change, said apart from the approval: before it, or until the version is issued (R7). */
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
    { versionId, ...word }: ConfirmClassCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      await noteClass(tx, await this.versions.getForUpdate(tx, versionId), word, this.clock.now());
    });
  }
}
