import { type Actor, Ids, type LocalDate } from '@app/kernel';
import { type DelegationFormula, DelegationsRepository } from '@app/organization';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DelegationInvalid } from '../domain/refusals';
import { PeopleQuery } from '../persistence/people.query';

const SUBJECT = 'delegation';

export interface DelegateCommand {
  fromPersonId: string;
  toPersonId: string;
  formula: DelegationFormula;
  scope: readonly string[];
  letter: string;
  reason: 'absence' | 'mandate';
  startsOn: LocalDate;
  endsOn: LocalDate | null;
}

/** Ủy quyền, vắng mặt: acting authority with its letter; it is checked again at the moment of signing (G12, RI-08). */
@Injectable()
export class Delegations {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly people: PeopleQuery,
    private readonly delegations: DelegationsRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws DelegationInvalid */
  enter(actor: Actor, idempotency: Idempotency | null, command: DelegateCommand): Promise<string> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const from = await this.people.member(tx, command.fromPersonId);
      const to = await this.people.member(tx, command.toPersonId);
      const isBackwards = command.endsOn !== null && command.endsOn < command.startsOn;
      if (from === null || to === null || from.personId === to.personId || isBackwards)
        throw new DelegationInvalid();
      const id = this.ids.next();
      await this.delegations.add(tx, {
        ...command,
        id,
        from: { personId: from.personId, name: from.fullName },
        to: { personId: to.personId, name: to.fullName },
      });
      tx.record({
        action: 'organization.delegated',
        subjectType: SUBJECT,
        subjectId: id,
        new: { ...command, from: from.fullName, to: to.fullName },
      });
      return id;
    });
  }

  /** @throws DelegationNotFound */
  async end(
    actor: Actor,
    idempotency: Idempotency | null,
    { id, reason }: { id: string; reason: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.delegations.end(tx, id, reason);
      tx.record({
        action: 'organization.delegation-ended',
        subjectType: SUBJECT,
        subjectId: id,
        new: {},
        reason,
      });
    });
  }
}
