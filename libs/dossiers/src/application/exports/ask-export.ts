import { type Actor, Clock, Ids } from '@app/kernel';
import { SigningFacade } from '@app/identity';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { ExportsRepository } from '../../persistence/exports/exports.repository';

/** The clock and the ids of an act. */
@Injectable()
export class Moment {
  constructor(
    readonly clock: Clock,
    readonly ids: Ids,
  ) {}
}

@Injectable()
export class AskExport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signing: SigningFacade,
    private readonly exports: ExportsRepository,
    private readonly moment: Moment,
  ) {}

  /**
   * Everything of an agency leaves the system: the password is asked for again, and the reason stands in the journal.
   * The worker makes the archive. @throws WrongPassword, CredentialLocked
   */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { reason, password }: { reason: string; password: string },
  ): Promise<string> {
    await this.signing.reauthenticate(actor, password);
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.moment.ids.next();
      await this.exports.add(tx, { id, reason, at: this.moment.clock.now() });
      tx.record({ action: 'dossiers.export-asked', subjectType: 'agency-export', subjectId: id, reason });
      return id;
    });
  }
}
