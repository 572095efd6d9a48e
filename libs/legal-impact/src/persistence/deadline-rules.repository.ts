import { type LocalDate } from '@app/kernel';
import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeadlineRule } from '../domain/deadline';
import { STARTER_RULE } from '../domain/starter-rule';

export interface RuleFields extends DeadlineRule {
  validFrom: LocalDate;
  legalBasis: string;
}

export interface RuleRow extends RuleFields {
  id: string;
  stewardName: string;
  isOwn: boolean;
  isCurrent: boolean;
}

@Injectable()
export class DeadlineRulesRepository {
  /** The rule of the nearest steward that is in force today, or null. */
  current(tx: ReadTransaction): Promise<DeadlineRule | null> {
    return tx.one<DeadlineRule>(
      `select working_days as "workingDays", before_commencement as "beforeCommencement",
              least_working_days as "leastWorkingDays", second_person_above as "secondPersonAbove"
         from legal_impact.deadline_rule where valid_from <= app.today()
        order by nlevel(audience) desc, valid_from desc limit 1`,
    );
  }

  /** Rules that the acting agency works by, the nearest and latest first. */
  list(tx: ReadTransaction): Promise<RuleRow[]> {
    return tx.query<RuleRow>(
      `select r.id, g.name as "stewardName", r.steward_agency_id = (select app.agency_id()) as "isOwn",
              r.valid_from as "validFrom", r.working_days as "workingDays",
              r.before_commencement as "beforeCommencement", r.least_working_days as "leastWorkingDays",
              r.second_person_above as "secondPersonAbove", r.legal_basis as "legalBasis",
              r.valid_from <= app.today() and row_number() over (
                partition by r.valid_from <= app.today() order by nlevel(r.audience) desc, r.valid_from desc) = 1
                as "isCurrent"
         from legal_impact.deadline_rule r
         join organization.pub_agency g on g.id = r.steward_agency_id
        order by nlevel(r.audience) desc, r.valid_from desc, r.id limit 100`,
    );
  }

  async set(tx: WriteTransaction, id: string, rule: RuleFields): Promise<void> {
    await tx.change(
      `insert into legal_impact.deadline_rule (id, steward_agency_id, audience, valid_from, working_days,
         before_commencement, least_working_days, second_person_above, legal_basis)
       values ($1, $2, $3::ltree, $4, $5, $6, $7, $8, $9)
       on conflict on constraint deadline_rule_once do update
         set working_days = excluded.working_days, before_commencement = excluded.before_commencement,
             least_working_days = excluded.least_working_days, second_person_above = excluded.second_person_above,
             legal_basis = excluded.legal_basis, row_version = deadline_rule.row_version + 1`,
      [
        id,
        tx.actor.agencyId,
        tx.actor.agencyPath,
        rule.validFrom,
        rule.workingDays,
        rule.beforeCommencement,
        rule.leastWorkingDays,
        rule.secondPersonAbove,
        rule.legalBasis,
      ],
    );
  }

  /** Enters the starter rule of the acting steward once. */
  async seed(tx: WriteTransaction): Promise<number> {
    const { workingDays, beforeCommencement, leastWorkingDays, secondPersonAbove, validFrom, legalBasis } =
      STARTER_RULE;
    const added = await tx.change(
      `insert into legal_impact.deadline_rule (id, steward_agency_id, audience, valid_from, working_days,
         before_commencement, least_working_days, second_person_above, legal_basis)
       values (gen_random_uuid(), $1, 'vn', $2, $3, $4, $5, $6, $7) on conflict do nothing`,
      [
        tx.actor.agencyId,
        validFrom,
        workingDays,
        beforeCommencement,
        leastWorkingDays,
        secondPersonAbove,
        legalBasis,
      ],
    );
    if (added > 0) {
      tx.record({
        action: 'legal-impact.deadline-rule-seeded',
        subjectType: 'deadline-rule',
        subjectId: validFrom,
        new: STARTER_RULE,
      });
    }
    return added;
  }
}
