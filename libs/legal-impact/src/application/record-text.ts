import { type Actor } from '@app/kernel';
import { type LegalTextFields, LegalRegisterFacade } from '@app/legal-register';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { isActing, RecordChange } from './record-change';

export interface TextRecorded {
  textId: string;
  /** The change that waits for confirmation, when the text does something to others. */
  changeId: string | null;
}

/** Enters a legal text; one that replaces, repeals or amends another also opens a change that waits to be confirmed. */
@Injectable()
export class RecordText {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly register: LegalRegisterFacade,
    private readonly recordChange: RecordChange,
  ) {}

  /** @throws BadLegalText, LegalTextExists, RelatedTextNotFound */
  execute(actor: Actor, idempotency: Idempotency | null, fields: LegalTextFields): Promise<TextRecorded> {
    return this.unitOfWork.write(actor, idempotency, (tx) => this.within(tx, fields));
  }

  /** As part of something larger. @throws BadLegalText, LegalTextExists, RelatedTextNotFound */
  async within(tx: WriteTransaction, fields: LegalTextFields): Promise<TextRecorded> {
    const acts = fields.relations.some(({ kind }) => isActing(kind));
    const isConfirmed = !acts && (await this.recordChange.mayVouch(tx, fields.field ?? null));
    const scope = { audience: tx.actor.agencyPath, isConfirmed };
    const recorded = await this.register.record(tx, fields, scope);
    return { textId: recorded.id, changeId: await this.recordChange.execute(tx, recorded) };
  }
}
