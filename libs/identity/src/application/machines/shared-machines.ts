import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { MachineNotFound, MachineUnknown } from '../../domain/refusals';
import { SharedMachinesRepository } from '../../persistence/shared-machines.repository';
import { SigningPolicies } from '../../persistence/signing-policies';

const SUBJECT = 'shared-machine';

/** Máy dùng chung (OF-08): placed by whoever sits at it, withdrawn by the administrator of the agency. */
@Injectable()
export class SharedMachines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly machines: SharedMachinesRepository,
    private readonly policies: SigningPolicies,
    private readonly ids: Ids,
  ) {}

  /** @throws MachineUnknown */
  async place(actor: Actor, idempotency: Idempotency | null, name: string): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      if (!(await this.machines.place(tx, { id, name }))) throw new MachineUnknown();
      tx.record({
        action: 'identity.machine-placed',
        subjectType: SUBJECT,
        subjectId: id,
        new: { name },
      });
    });
  }

  /** Its sessions end; the browser is an ordinary one from now on. @throws MachineNotFound */
  async withdraw(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      if (!(await this.machines.withdraw(tx, id, reason))) throw new MachineNotFound();
      tx.record({
        action: 'identity.machine-withdrawn',
        subjectType: SUBJECT,
        subjectId: id,
        reason,
      });
    });
  }

  lockMinutes(actor: Actor): Promise<number> {
    return this.unitOfWork.read(actor, async (tx) => (await this.policies.get(tx)).lockMinutes);
  }

  async setLockMinutes(actor: Actor, lockMinutes: number): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const before = await this.policies.get(tx);
      await this.policies.set(tx, { ...before, lockMinutes });
      tx.record({
        action: 'identity.machine-lock-set',
        subjectType: 'agency',
        subjectId: actor.agencyId,
        old: { lockMinutes: before.lockMinutes },
        new: { lockMinutes },
      });
    });
  }
}
