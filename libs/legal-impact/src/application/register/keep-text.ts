import { type Actor } from '@app/kernel';
import {
  type AliasFields,
  KeepLegalText,
  type LegalTextFields,
  LegalRegisterFacade,
  StoredTextsQuery,
} from '@app/legal-register';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { NotEntitledForField } from '../../domain/refusals';
import { RecordChange } from '../record-change';
import { TextChanges } from './text-changes';

/** A record of the register, as the person has read it. */
interface TextToChange {
  id: string;
  rowVersion: number;
}

/** The parts of the register that a change of a record touches. */
@Injectable()
export class RegisterDesk {
  constructor(
    readonly keeping: KeepLegalText,
    readonly stored: StoredTextsQuery,
    readonly register: LegalRegisterFacade,
  ) {}
}

/** Corrects, vouches for, withdraws and merges texts of the acting agency, with the changes that they have set in motion. */
@Injectable()
export class KeepText {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: RegisterDesk,
    private readonly changes: TextChanges,
    private readonly recordChange: RecordChange,
  ) {}

  /** @throws NotTheTextsSteward, NotEntitledForField, BadLegalText, LegalTextExists, ChangeStands, StaleRow */
  correct(actor: Actor, row: TextToChange, fields: LegalTextFields): Promise<void> {
    return this.unitOfWork.write(actor, null, async (tx) => {
      await this.#assertMayTouch(tx, row.id);
      const change = await this.changes.ofTextForUpdate(tx, row.id);
      const { old, ...corrected } = await this.desk.keeping.correct(tx, row, fields);
      await this.changes.follow(tx, change, corrected, old.text);
    });
  }

  /** Vouches for a text that does nothing to others; what does something waits for its change. @throws NotEntitledForField */
  confirm(actor: Actor, idempotency: Idempotency | null, id: string): Promise<void> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      const { state, text } = await this.desk.stored.get(tx, id);
      if (!(await this.recordChange.mayVouch(tx, text.field))) throw new NotEntitledForField();
      if (state !== 'recorded' || (await this.changes.ofTextForUpdate(tx, id)) !== null) return;
      await this.desk.register.confirm(tx, id);
      tx.record({ action: 'legal-register.text-confirmed', subjectType: 'legal-text', subjectId: id });
    });
  }

  /** @throws NotTheTextsSteward, NotEntitledForField, ChangeStands, StaleRow */
  withdraw(
    actor: Actor,
    idempotency: Idempotency | null,
    { reason, ...row }: TextToChange & { reason: string },
  ): Promise<void> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.#assertMayTouch(tx, row.id);
      await this.desk.keeping.withdraw(tx, row, reason);
      await this.changes.drop(tx, row.id);
    });
  }

  /** @throws NotTheTextsSteward, NotEntitledForField, NotMergeable, StaleRow */
  merge(
    actor: Actor,
    idempotency: Idempotency | null,
    { intoId, reason, ...row }: TextToChange & { intoId: string; reason: string },
  ): Promise<void> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.#assertMayTouch(tx, row.id);
      await this.desk.keeping.merge(tx, row, { intoId, reason });
    });
  }

  /** @throws BadLegalText, LegalTextNotFound */
  addAlias(actor: Actor, idempotency: Idempotency | null, id: string, alias: AliasFields): Promise<void> {
    return this.unitOfWork.write(actor, idempotency, (tx) => this.desk.keeping.addAlias(tx, id, alias));
  }

  /** What counts for others is changed by those who may vouch for it. */
  async #assertMayTouch(tx: WriteTransaction, id: string): Promise<void> {
    const { state, stewardAgencyId, text } = await this.desk.stored.get(tx, id);
    if (stewardAgencyId !== tx.actor.agencyId || state !== 'confirmed') return;
    if (!(await this.recordChange.mayVouch(tx, text.field))) throw new NotEntitledForField();
  }
}
