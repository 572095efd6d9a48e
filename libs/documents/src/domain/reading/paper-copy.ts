import { assertTransition, lifecycle, type LocalDate } from '@app/kernel';

import { RecallBeforeIssue } from './refusals';

/** A controlled paper copy: with its holder, called back, given back (or lost), destroyed (DI-12). */
export const PAPER_COPY_LIFECYCLE = lifecycle({
  held: ['to-recall', 'recalled', 'lost'],
  'to-recall': ['recalled', 'lost'],
  recalled: ['destroyed'],
  lost: ['recalled'],
  destroyed: [],
});
export type PaperCopyState = keyof typeof PAPER_COPY_LIFECYCLE;
export const PAPER_COPY_STATES = Object.keys(PAPER_COPY_LIFECYCLE) as PaperCopyState[];

export interface PaperCopySnapshot {
  id: string;
  state: PaperCopyState;
  issuedOn: LocalDate;
  recalledOn: LocalDate | null;
  condition: string | null;
  destructionId: string | null;
}

export class PaperCopy {
  #state: PaperCopySnapshot;

  private constructor(state: PaperCopySnapshot) {
    this.#state = state;
  }

  static restore(snapshot: PaperCopySnapshot): PaperCopy {
    return new PaperCopy(snapshot);
  }

  get snapshot(): PaperCopySnapshot {
    return this.#state;
  }

  /** @throws RecallBeforeIssue, IllegalTransition */
  recall(recalledOn: LocalDate, condition: string | null): void {
    if (recalledOn < this.#state.issuedOn) throw new RecallBeforeIssue();
    this.#moveTo('recalled', { recalledOn, condition });
  }

  /** The holder cannot give it back; said in writing. */
  reportLost(condition: string): void {
    this.#moveTo('lost', { condition });
  }

  /** Only what came back can be destroyed, and the minutes say which. */
  destroy(destructionId: string): void {
    this.#moveTo('destroyed', { destructionId });
  }

  #moveTo(state: PaperCopyState, changes: Partial<PaperCopySnapshot>): void {
    assertTransition('paper copy', PAPER_COPY_LIFECYCLE, [this.#state.state, state]);
    this.#state = { ...this.#state, ...changes, state };
  }
}
