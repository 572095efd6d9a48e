import { type Actor } from '@app/kernel';
import { type Idempotency, UnitOfWork } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { checkedRule, shippedRule } from '../../domain/rules/reminder-rule';
import { type NewRuleVersion, RulesRepository } from '../../persistence/rules/rules.repository';

/** Sets a new version of an agency's, a province's or the installation's rule; what runs keeps the old one. */
@Injectable()
export class SetRule {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly rules: RulesRepository,
  ) {}

  /** @throws BadReminderRule, StaleRow */
  async execute(
    actor: Actor,
    idempotency: Idempotency | null,
    rule: Omit<NewRuleVersion, 'stands'>,
  ): Promise<void> {
    await this.#add(actor, idempotency, { ...rule, ...checkedRule(rule), stands: true });
  }

  /** Back to the rule of the level above. @throws StaleRow */
  async giveBack(
    actor: Actor,
    idempotency: Idempotency | null,
    { kind, basedOn, reason }: Pick<NewRuleVersion, 'kind' | 'basedOn' | 'reason'>,
  ): Promise<void> {
    const { stages, repeatDays, escalation } = shippedRule(kind);
    const none = { kind, basedOn, reason, stages, repeatDays, escalation };
    await this.#add(actor, idempotency, { ...none, stands: false });
  }

  async #add(actor: Actor, idempotency: Idempotency | null, rule: NewRuleVersion): Promise<void> {
    await this.unitOfWork.write(actor, idempotency, async (tx) => {
      await this.rules.add(tx, rule);
      const { kind, basedOn, reason, ...set } = rule;
      tx.record({
        action: 'notifications.rule-set',
        subjectType: 'reminder-rule',
        subjectId: kind,
        new: { ...set, version: basedOn + 1 },
        reason,
      });
    });
  }
}
