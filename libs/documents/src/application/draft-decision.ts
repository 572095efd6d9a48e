import { type Actor, Ids } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DecisionsRepository } from '../persistence/decisions.repository';
import { type DecisionCommand, DecisionRules } from './issuing/decision-rules';

@Injectable()
export class DraftDecision {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decisions: DecisionsRepository,
    private readonly rules: DecisionRules,
    private readonly ids: Ids,
  ) {}

  /** Gathers approved versions in one decision and lays it on văn thư's desk. @returns its id @throws VersionNotApproved, PersonLacksRole */
  async execute(actor: Actor, idempotency: Idempotency | null, command: DecisionCommand): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const id = this.ids.next();
      const { fields, lines } = await this.rules.resolve(tx, id, command);
      await this.decisions.add(tx, id, fields);
      await this.decisions.setLines(tx, id, lines);
      await this.rules.layOnDesk(tx, id, fields);
      tx.record({
        action: 'documents.decision-drafted',
        subjectType: 'issuing-decision',
        subjectId: id,
        new: { ...fields, lines },
      });
      return id;
    });
  }

  /** @throws StaleRow, DecisionNotFound, DecisionClosed, VersionNotApproved */
  async edit(
    actor: Actor,
    { id, rowVersion }: { id: string; rowVersion: number },
    command: DecisionCommand,
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      const { decision } = await this.decisions.getForUpdate(tx, id);
      decision.assertEditable();
      const { fields, lines } = await this.rules.resolve(tx, id, command);
      await this.decisions.change(tx, { id, rowVersion }, fields);
      await this.decisions.setLines(tx, id, lines);
      await this.rules.layOnDesk(tx, id, fields);
      tx.record({
        action: 'documents.decision-edited',
        subjectType: 'issuing-decision',
        subjectId: id,
        new: { ...fields, lines },
      });
    });
  }
}
