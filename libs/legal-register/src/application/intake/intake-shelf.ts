import { Clock, Ids } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { IntakesRepository, type NewIntake } from '../../persistence/intake/intakes.repository';

const LONGEST_TITLE = 300;

/** What came in, before it has an id. */
export type IncomingText = Pick<NewIntake, 'origin' | 'title' | 'content' | 'file'> &
  Partial<Pick<NewIntake, 'link' | 'publishedOn'>>;

/** What a source says of a text now. */
interface RenewedText {
  title: string;
  text: string;
  file: NewIntake['file'];
  isOpen: boolean;
  at: Date;
}

/** Keeps a text that came in, and tells the worker to read it. */
@Injectable()
export class IntakeShelf {
  constructor(
    private readonly intakes: IntakesRepository,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @returns the id of the intake */
  async put(tx: WriteTransaction, text: IncomingText): Promise<string> {
    const id = this.ids.next();
    const { origin, file, link = null, publishedOn = null } = text;
    const title = text.title.slice(0, LONGEST_TITLE);
    await this.intakes.add(tx, { ...text, id, title, link, publishedOn, receivedAt: this.clock.now() });
    tx.announce('legal-register.intake-received.v1', { intakeId: id });
    tx.record({
      action: 'legal-register.intake-received',
      subjectType: 'legal-intake',
      subjectId: id,
      new: { origin, title, link, file },
    });
    return id;
  }

  /** The source has changed its words: read again while nobody has decided, told when somebody has. */
  async renew(
    tx: WriteTransaction,
    id: string,
    { title, text, file, isOpen, at }: RenewedText,
  ): Promise<void> {
    if (isOpen) {
      await this.intakes.renew(tx, id, {
        title: title.slice(0, LONGEST_TITLE),
        content: file === null ? text : null,
        file,
      });
      tx.announce('legal-register.intake-received.v1', { intakeId: id });
    } else {
      await this.intakes.tellChanged(tx, id, at);
    }
    tx.record({
      action: 'legal-register.intake-changed',
      subjectType: 'legal-intake',
      subjectId: id,
      new: { title },
    });
  }
}
