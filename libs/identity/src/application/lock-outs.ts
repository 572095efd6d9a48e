import { systemActor, type AgencyId, uuidV7 } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

/** An account that waits after wrong passwords is in the journal of its agencies, and its people hear of it (RI-13). */
@Injectable()
export class LockOuts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async tell(
    personId: string | null,
    agencies: readonly { agencyId: string; agencyPath: string }[],
  ): Promise<void> {
    if (personId === null) return;
    for (const { agencyId, agencyPath } of agencies) {
      const actor = systemActor(agencyId as AgencyId, uuidV7(), agencyPath);
      await this.unitOfWork.write(actor, null, (tx) => {
        tx.announce('identity.account-locked.v1', { personId });
        tx.record({ action: 'identity.account-locked', subjectType: 'person', subjectId: personId });
        return Promise.resolve();
      });
    }
  }
}
