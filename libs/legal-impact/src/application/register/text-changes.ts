import { type LocalDate } from '@app/kernel';
import { type RecordedText } from '@app/legal-register';
import { type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { gravest } from '../../domain/legal-change';
import { ChangeStands } from '../../domain/refusals';
import { type ChangeOfText, TextChangesRepository } from '../../persistence/register/text-changes.repository';
import { actsOf, RecordChange } from '../record-change';

const SUBJECT = 'legal-change';

/** Keeps the change that a text has set in motion in step with the text, as long as nobody has confirmed it. */
@Injectable()
export class TextChanges {
  constructor(
    private readonly changes: TextChangesRepository,
    private readonly recordChange: RecordChange,
  ) {}

  ofTextForUpdate(tx: WriteTransaction, textId: string): Promise<ChangeOfText | null> {
    return this.changes.ofTextForUpdate(tx, textId);
  }

  /**
   * What a corrected text does to others is what its waiting change is about.
   * @throws ChangeStands when the change was confirmed already and the text now does something else
   */
  async follow(
    tx: WriteTransaction,
    change: ChangeOfText | null,
    recorded: RecordedText,
    before: RecordedText['text'],
  ): Promise<void> {
    if (wordsOf(before) === wordsOf(recorded.text)) return;
    if (change === null) {
      await this.recordChange.execute(tx, recorded);
      return;
    }
    if (change.state !== 'recorded') throw new ChangeStands();
    const acts = actsOf(recorded.text);
    const kind = gravest(acts.map((act) => act.kind));
    if (kind === null) {
      await this.#withdraw(tx, change.id);
      return;
    }
    const targets = [...new Map(acts.map((act) => [act.targetId, act])).values()];
    const effectiveOn = earliest(acts.map((act) => act.effectiveOn));
    await this.changes.retarget(tx, { id: change.id, kind, effectiveOn, targets });
    tx.record({
      action: 'legal-impact.change-corrected',
      subjectType: SUBJECT,
      subjectId: change.id,
      new: { kind, effectiveOn, targets: targets.map(({ targetId }) => targetId) },
    });
  }

  /** A text that goes takes its waiting change along. @throws ChangeStands when it was confirmed */
  async drop(tx: WriteTransaction, textId: string): Promise<void> {
    const change = await this.changes.ofTextForUpdate(tx, textId);
    if (change?.state === 'confirmed') throw new ChangeStands();
    if (change?.state === 'recorded') await this.#withdraw(tx, change.id);
  }

  async #withdraw(tx: WriteTransaction, id: string): Promise<void> {
    await this.changes.withdraw(tx, id);
    tx.record({ action: 'legal-impact.change-withdrawn', subjectType: SUBJECT, subjectId: id });
  }
}

function earliest(days: readonly LocalDate[]): LocalDate | null {
  return [...days].sort()[0] ?? null;
}

function wordsOf(text: RecordedText['text']): string {
  return actsOf(text)
    .map(({ kind, targetId, partly, effectiveOn, note }) =>
      [kind, targetId, String(partly), effectiveOn, note].join(' '),
    )
    .sort()
    .join('\n');
}
