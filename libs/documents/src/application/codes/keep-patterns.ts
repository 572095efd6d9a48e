import { type Actor, Ids } from '@app/kernel';
import { UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { CodePattern } from '../../domain/codes/code-pattern';
import { PatternsRepository } from '../../persistence/codes/patterns.repository';

/** How the agency's codes are made, and why a number was left out (DI-02). */
@Injectable()
export class KeepPatterns {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly patterns: PatternsRepository,
    private readonly ids: Ids,
  ) {}

  /** @throws PatternWithoutNumber */
  async set(actor: Actor, fields: { kind: string; series: string; pattern: string }): Promise<void> {
    new CodePattern(fields.pattern);
    await this.unitOfWork.write(actor, null, async (tx) => {
      const id = this.ids.next();
      await this.patterns.add(tx, { id, ...fields });
      tx.record({
        action: 'documents.code-pattern-set',
        subjectType: 'code-pattern',
        subjectId: id,
        new: fields,
      });
    });
  }

  /** @throws PatternNotFound */
  async explain(
    actor: Actor,
    gap: { patternId: string; number: number; explanation: string },
  ): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.patterns.explain(tx, { id: this.ids.next(), ...gap });
      tx.record({
        action: 'documents.code-gap-explained',
        subjectType: 'code-pattern',
        subjectId: gap.patternId,
        new: gap,
        reason: gap.explanation,
      });
    });
  }
}
