import { type Actor } from '@app/kernel';
import {
  type AwaitedFields,
  IntakeDesk,
  type LegalTextFields,
  LegalRegisterFacade,
  type RelationFields,
} from '@app/legal-register';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { RecordText, type TextRecorded } from '../record-text';

/** The little that a citation tells of a text which the register lacks. */
export type MissingText = Pick<LegalTextFields, 'kind' | 'numberSymbol' | 'issuer' | 'issuedOn' | 'title'>;

/** A text that cannot be entered yet: too little is known of it. */
export type AwaitedText = Pick<AwaitedFields, 'numberSymbol' | 'issuer' | 'issuedOn'> & { isAwaited: true };

/** A relation to a text of the register, to one that is entered with it, or to one that is still to come. */
export type IntakeRelation = Omit<RelationFields, 'targetId'> & {
  target: string | MissingText | AwaitedText;
};

export interface RecordIntakeCommand {
  intakeId: string;
  fields: Omit<LegalTextFields, 'relations'>;
  relations: readonly IntakeRelation[];
}

/**
 * Records a text that came in, as a person has corrected it: the texts that the register lacks, the text with what it
 * does to them, and the change that follows, all or nothing.
 */
@Injectable()
export class RecordIntake {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly intakes: IntakeDesk,
    private readonly register: LegalRegisterFacade,
    private readonly recordText: RecordText,
  ) {}

  /** @throws IntakeNotFound, IntakeClosed, BadLegalText, LegalTextExists, RelatedTextNotFound */
  execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { intakeId, fields, relations }: RecordIntakeCommand,
  ): Promise<TextRecorded> {
    return this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.intakes.claim(tx, intakeId);
      const linked: RelationFields[] = [];
      const awaited: AwaitedFields[] = [];
      for (const { target, ...act } of relations) {
        if (typeof target === 'string') linked.push({ ...act, targetId: target });
        else if ('isAwaited' in target) awaited.push({ ...act, ...target });
        else linked.push({ ...act, targetId: await this.#enter(tx, target) });
      }
      const recorded = await this.recordText.within(tx, { ...fields, relations: linked, awaited });
      await this.intakes.recorded(tx, intakeId, recorded.textId);
      return recorded;
    });
  }

  /** A text that came into the register meanwhile is taken as it is: two people may read the same gazette. */
  async #enter(tx: WriteTransaction, text: MissingText): Promise<string> {
    const { citations } = await this.register.resolve(tx, [text], []);
    const known = citations[0];
    if (known != null) return known.textId;
    const { textId } = await this.recordText.within(tx, {
      ...text,
      effectiveOn: null,
      aliases: [],
      relations: [],
    });
    return textId;
  }
}
