import { Clock, Ids } from '@app/kernel';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type LegalText, type LegalTextFields, legalTextFrom } from '../domain/legal-text';
import { CircularReplacement, LegalTextExists, RelatedTextNotFound } from '../domain/refusals';
import { LegalTextsRepository } from '../persistence/legal-texts.repository';

/** For whom a new text counts, and whether an entitled person has vouched for it. */
export interface RecordingScope {
  audience: string;
  isConfirmed: boolean;
}

/** A text that was entered, with the relations that may concern procedures. */
export interface RecordedText {
  id: string;
  text: LegalText;
}

/** What a text says it does to others must be possible. */
@Injectable()
export class RelationRules {
  constructor(private readonly texts: LegalTextsRepository) {}

  /** @throws RelatedTextNotFound, CircularReplacement */
  async assert(tx: WriteTransaction, id: string, { relations }: LegalText): Promise<void> {
    const targets = [...new Set(relations.map(({ targetId }) => targetId))];
    if ((await this.texts.countVisible(tx, targets)) !== targets.length) throw new RelatedTextNotFound();
    if (await this.texts.wouldCircle(tx, id, relations)) throw new CircularReplacement();
  }
}

/** Enters a legal text with its names and its relations to other texts. */
@Injectable()
export class RecordLegalText {
  constructor(
    private readonly texts: LegalTextsRepository,
    private readonly rules: RelationRules,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {}

  /** @throws BadLegalText, RelatedToItself, RelatedTextNotFound, LegalTextExists */
  async execute(tx: WriteTransaction, fields: LegalTextFields, scope: RecordingScope): Promise<RecordedText> {
    const recorded = await this.addIfNew(tx, fields, scope);
    if (recorded === null) throw new LegalTextExists(fields.numberSymbol);
    return recorded;
  }

  /** @returns null when this steward has the text already; then nothing changes */
  async addIfNew(
    tx: WriteTransaction,
    fields: LegalTextFields,
    { audience, isConfirmed }: RecordingScope,
  ): Promise<RecordedText | null> {
    const id = this.ids.next();
    const text = legalTextFrom(fields, id);
    await this.rules.assert(tx, id, text);
    const confirmedAt = isConfirmed ? this.clock.now() : null;
    if (!(await this.texts.add(tx, id, text, { audience, confirmedAt }))) return null;
    tx.record({
      action: 'legal-register.text-recorded',
      subjectType: 'legal-text',
      subjectId: id,
      new: text,
    });
    return { id, text };
  }
}
