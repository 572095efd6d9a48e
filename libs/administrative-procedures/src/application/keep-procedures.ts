import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { mayKeep } from '../domain/entitlement';
import { type InternalProcessFields, internalProcessFrom } from '../domain/internal-process';
import { type ProcedureFields, procedureFrom } from '../domain/procedure';
import { NotEntitledForTthc } from '../domain/refusals';
import { ProceduresRepository } from '../persistence/procedures.repository';

/** Entries into the register by hand, and what an agency says of its duties. */
@Injectable()
export class KeepProcedures {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly procedures: ProceduresRepository,
    private readonly ids: Ids,
  ) {}

  /** @returns its id @throws BadProcedure, ProcedureExists, NotEntitledForTthc */
  add(actor: Actor, idempotency: Idempotency | null, fields: ProcedureFields): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const procedure = procedureFrom(fields);
      await this.assertMayKeep(tx, [procedure.field]);
      const id = this.ids.next();
      await this.procedures.add(tx, procedure, { id });
      tx.record({
        action: 'administrative-procedures.procedure-recorded',
        subjectType: 'administrative-procedure',
        subjectId: id,
        new: procedure,
      });
      return id;
    });
  }

  /** @throws BadProcedure, ProcedureNotFound, NotTheKeeper, NotEntitledForTthc, StaleRow */
  async edit(
    actor: Actor,
    { id, rowVersion }: { id: string; rowVersion: number },
    fields: ProcedureFields,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const { rowVersion: _, id: __, ...before } = await this.procedures.getForUpdate(tx, id);
      const procedure = procedureFrom(fields);
      await this.assertMayKeep(tx, [before.field, procedure.field]);
      await this.procedures.save(tx, procedure, { id, rowVersion });
      tx.record({
        action: 'administrative-procedures.procedure-edited',
        subjectType: 'administrative-procedure',
        subjectId: id,
        old: before,
        new: procedure,
      });
    });
  }

  /** @throws ProcedureNotFound */
  async setDuty(
    actor: Actor,
    procedureId: string,
    duty: { applies: boolean | null; reason: string | null },
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.procedures.assertSeen(tx, procedureId);
      await this.procedures.setDuty(tx, procedureId, duty);
      tx.record({
        action: 'administrative-procedures.duty-set',
        subjectType: 'administrative-procedure',
        subjectId: procedureId,
        new: duty,
        reason: duty.reason,
      });
    });
  }

  /** @throws BadInternalProcess, ProcedureNotFound, NotEntitledForTthc */
  async addProcess(
    actor: Actor,
    { procedureId, field }: { procedureId: string; field: string },
    fields: InternalProcessFields,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const process = internalProcessFrom(fields);
      await this.procedures.assertSeen(tx, procedureId);
      await this.assertMayKeep(tx, [field]);
      const id = this.ids.next();
      await this.procedures.addProcess(tx, procedureId, { id, process });
      tx.record({
        action: 'administrative-procedures.internal-process-recorded',
        subjectType: 'administrative-procedure',
        subjectId: procedureId,
        new: { internalProcessId: id, ...process },
      });
    });
  }

  /** @throws NotEntitledForTthc */
  private async assertMayKeep(tx: WriteTransaction, fields: readonly string[]): Promise<void> {
    if (!mayKeep(await this.procedures.keeper(tx), fields)) throw new NotEntitledForTthc();
  }
}
