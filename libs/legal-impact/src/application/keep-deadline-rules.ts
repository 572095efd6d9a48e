import { type Actor, Ids, type LocalDate, parseLocalDate, tidyLine } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { DeadlinePast, NotEntitledForField } from '../domain/refusals';
import { DeadlineRulesRepository, type RuleFields } from '../persistence/deadline-rules.repository';
import { RecordChange } from './record-change';

/** How long a revision may take, as a province or an agency decides for those in its place (R13). */
@Injectable()
export class KeepDeadlineRules {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: DeadlineRulesRepository,
    private readonly recordChange: RecordChange,
    private readonly ids: Ids,
  ) {}

  /** A rule of the same day takes the place of the earlier one. @throws NotEntitledForField, DeadlinePast */
  async set(
    actor: Actor,
    idempotency: Idempotency | null,
    { validFrom, legalBasis, ...rule }: Omit<RuleFields, 'validFrom'> & { validFrom: string },
  ): Promise<void> {
    const day: LocalDate | null = parseLocalDate(validFrom);
    if (day === null) throw new DeadlinePast();
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      // A rule binds everybody below: whoever may vouch for all fields of law sets it.
      if (!(await this.recordChange.mayVouch(tx, null))) throw new NotEntitledForField();
      const fields = { ...rule, validFrom: day, legalBasis: tidyLine(legalBasis) };
      const old = await this.rules.current(tx);
      await this.rules.set(tx, this.ids.next(), fields);
      tx.record({
        action: 'legal-impact.deadline-rule-set',
        subjectType: 'deadline-rule',
        subjectId: day,
        old,
        new: fields,
        reason: fields.legalBasis,
      });
    });
  }
}
