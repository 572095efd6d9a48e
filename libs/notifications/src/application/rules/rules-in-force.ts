import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type ReminderRule, SHIPPED_RULES, shippedRule } from '../../domain/rules/reminder-rule';
import { RulesRepository, type StoredRule } from '../../persistence/rules/rules.repository';

export type RuleLevel = 'shipped' | 'installation' | 'province' | 'agency';

export interface RuleOfKind extends ReminderRule {
  kind: string;
  level: RuleLevel;
  stewardName: string | null;
  setBy: string | null;
  setAt: Date | null;
  reason: string | null;
  /** The caller's own latest version; 0 = none. */
  ownVersion: number;
  /** The own version stands: it can be given back. */
  isOwn: boolean;
  /** Obligations that run now, by whatever rule they began with. */
  running: number;
}

/** Which rule holds for each kind of obligation in the agency of the transaction. */
@Injectable()
export class RulesInForce {
  constructor(private readonly rules: RulesRepository) {}

  async all(tx: ReadTransaction): Promise<RuleOfKind[]> {
    const stored = await this.rules.latest(tx);
    const seen = await this.rules.kinds(tx);
    const running = new Map(seen.map(({ kind, open }) => [kind, open]));
    const kinds = new Set([
      ...Object.keys(SHIPPED_RULES),
      ...running.keys(),
      ...stored.map(({ kind }) => kind),
    ]);
    return [...kinds].map((kind) => ruleOf(kind, stored, running.get(kind) ?? 0));
  }
}

function ruleOf(kind: string, stored: readonly StoredRule[], running: number): RuleOfKind {
  const ofKind = stored.filter((rule) => rule.kind === kind);
  const own = ofKind.find(({ isOwn }) => isOwn);
  return {
    kind,
    ...heldBy(
      kind,
      ofKind.find(({ stands }) => stands),
    ),
    ownVersion: own?.version ?? 0,
    isOwn: own?.stands ?? false,
    running,
  };
}

function heldBy(
  kind: string,
  rule: StoredRule | undefined,
): Omit<RuleOfKind, 'kind' | 'ownVersion' | 'isOwn' | 'running'> {
  if (rule !== undefined) {
    const { stages, repeatDays, escalation, stewardName, setBy, setAt, reason } = rule;
    const level = levelOf(rule.stewardKind);
    return { stages, repeatDays, escalation, level, stewardName, setBy, setAt, reason };
  }
  const { stages, repeatDays, escalation } = shippedRule(kind);
  const nobody = { stewardName: null, setBy: null, setAt: null, reason: null };
  return { stages, repeatDays, escalation, level: 'shipped', ...nobody };
}

function levelOf(stewardKind: string): RuleLevel {
  return stewardKind === 'installation' || stewardKind === 'province' ? stewardKind : 'agency';
}
