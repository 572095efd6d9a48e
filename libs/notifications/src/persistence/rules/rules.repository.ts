import { StaleRow, type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type EscalationRung, type ReminderRule } from '../../domain/rules/reminder-rule';

export interface RuleInForce extends ReminderRule {
  /** E.g. `legal-impact.revise/vn.th#3`; what an obligation began with. */
  ruleVersion: string;
}

export interface StoredRule {
  kind: string;
  stewardName: string;
  stewardKind: string;
  isOwn: boolean;
  version: number;
  stands: boolean;
  stages: number[];
  repeatDays: number;
  escalation: EscalationRung[];
  reason: string;
  setBy: string;
  setAt: Date;
}

export interface NewRuleVersion extends ReminderRule {
  kind: string;
  /** The own version that the person has seen; 0 = none. */
  basedOn: number;
  reason: string;
  /** False: back to the rule of the level above. */
  stands: boolean;
}

/** The latest version of each steward that reaches the agency of the transaction. */
const LATEST = `select distinct on (r.kind, r.steward_agency_id) r.* from notifications.reminder_rule r
                 where r.audience @> app.path()
                 order by r.kind, r.steward_agency_id, r.version desc`;

@Injectable()
export class RulesRepository {
  /** The rule that a running obligation keeps, or the nearest steward's; null = the shipped one. */
  forSubject(
    tx: ReadTransaction,
    { kind, subjectType, subjectId }: { kind: string; subjectType: string; subjectId: string },
  ): Promise<RuleInForce | null> {
    return tx.one<RuleInForce>(
      `with running as (
         select rule_version as "ruleVersion", stages, repeat_days as "repeatDays", escalation
           from notifications.obligation
          where agency_id = $1 and kind = $2 and subject_type = $3 and subject_id = $4 and closed_at is null
          order by opened_at desc, id desc limit 1),
       nearest as (
         select l.kind || '/' || l.audience::text || '#' || l.version as "ruleVersion", l.stages,
                l.repeat_days as "repeatDays", l.escalation
           from (${LATEST}) l where l.kind = $2 and l.stands
          order by public.nlevel(l.audience) desc limit 1)
       select * from running union all select * from nearest where not exists (select from running) limit 1`,
      [tx.actor.agencyId, kind, subjectType, subjectId],
    );
  }

  /** Latest versions of all stewards in sight, the nearest first. */
  latest(tx: ReadTransaction): Promise<StoredRule[]> {
    return tx.query<StoredRule>(
      `select l.kind, a.name as "stewardName", a.kind as "stewardKind", l.steward_agency_id = $1 as "isOwn", l.version,
              l.stands, l.stages, l.repeat_days as "repeatDays", l.escalation, l.reason, l.set_by as "setBy",
              l.set_at as "setAt"
         from (${LATEST}) l join organization.pub_agency a on a.id = l.steward_agency_id
        order by l.kind, public.nlevel(l.audience) desc`,
      [tx.actor.agencyId],
    );
  }

  /** Kinds of obligations that this agency has had, beside the shipped ones. */
  async kinds(tx: ReadTransaction): Promise<{ kind: string; open: number }[]> {
    return tx.query(
      `select kind, (count(*) filter (where closed_at is null))::integer as open
         from notifications.obligation where agency_id = $1 group by kind order by kind`,
      [tx.actor.agencyId],
    );
  }

  /** @throws StaleRow when somebody else has set a version meanwhile */
  async add(tx: WriteTransaction, rule: NewRuleVersion): Promise<void> {
    const added = await tx.change(
      `insert into notifications.reminder_rule (steward_agency_id, audience, kind, version, stages, repeat_days,
         escalation, stands, reason, set_by)
       select $1, app.path(), $2::text, $3::integer, $4, $5, $6::jsonb, $7, $8, $9
        where $3::integer = 1 + coalesce((select max(version) from notifications.reminder_rule
          where steward_agency_id = $1 and kind = $2), 0)
       on conflict on constraint reminder_rule_once do nothing`,
      [
        tx.actor.agencyId,
        rule.kind,
        rule.basedOn + 1,
        rule.stages,
        rule.repeatDays,
        JSON.stringify(rule.escalation),
        rule.stands,
        rule.reason,
        tx.actor.personName,
      ],
    );
    if (added !== 1) throw new StaleRow();
  }
}
