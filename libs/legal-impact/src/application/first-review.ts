import { type Actor, Clock, Ids } from '@app/kernel';
import { LegalRegisterFacade, type ResolvedText } from '@app/legal-register';
import { type Idempotency, UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { FirstReviewNotFound } from '../domain/refusals';
import { type Cited, type Finding, FirstReviewsRepository } from '../persistence/first-reviews.repository';

/** "Rà soát ban đầu" (OF-04): the first look at what an import cites. */
@Injectable()
export class FirstReview {
  constructor(
    private readonly reviews: FirstReviewsRepository,
    private readonly register: LegalRegisterFacade,
    private readonly ids: Ids,
  ) {}

  /** Lists what cites a text that is no longer wholly in force. Nobody is told, nothing is due: it is one list. */
  async scan(tx: WriteTransaction, batchId: string): Promise<void> {
    const cited = await this.reviews.cited(tx, batchId);
    const numbers = cited.filter(isNumbered);
    const names = cited.filter(isNamed);
    const resolved = await this.register.resolve(tx, numbers, names);
    const findings = [
      ...numbers.map((line, at) => this.#finding(line, line.numberSymbol, resolved.citations[at] ?? null)),
      ...names.map((line, at) => this.#finding(line, nameOf(line), resolved.namedTexts[at] ?? null)),
    ].filter((finding) => finding !== null);
    const added = await this.reviews.add(tx, batchId, findings);
    if (added === 0) return;
    tx.record({
      action: 'legal-impact.first-review-listed',
      subjectType: 'import',
      subjectId: batchId,
      new: { lines: added },
    });
  }

  #finding(line: Cited, cites: string, text: ResolvedText | null): Finding | null {
    if (text === null || (text.status !== 'expired' && text.status !== 'partly-expired')) return null;
    const { documentId, versionId } = line;
    return {
      id: this.ids.next(),
      documentId,
      versionId,
      textId: text.textId,
      cites,
      textStatus: text.status,
    };
  }
}

@Injectable()
export class ConcludeFirstReview {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reviews: FirstReviewsRepository,
    private readonly clock: Clock,
  ) {}

  /** One conclusion for the chosen lines: all or none. @throws FirstReviewNotFound */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    { ids, outcome, note }: { ids: readonly string[]; outcome: 'not-needed' | 'must-revise'; note: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      const concluded = await this.reviews.conclude(tx, ids, { outcome, note, at: this.clock.now() });
      if (concluded.length !== new Set(ids).size) throw new FirstReviewNotFound();
      for (const { id, documentId } of concluded) {
        tx.record({
          action: 'legal-impact.first-review-concluded',
          subjectType: 'document',
          subjectId: documentId,
          new: { id, outcome },
          reason: note,
        });
      }
    });
  }
}

function isNumbered(line: Cited): line is Cited & { numberSymbol: string } {
  return line.numberSymbol !== null;
}

function isNamed(line: Cited): line is Cited & { name: string } {
  return line.name !== null;
}

function nameOf({ name, year }: Cited & { name: string }): string {
  return year === null ? name : `${name} năm ${String(year)}`;
}
