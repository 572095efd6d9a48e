import { type ReadTransaction, type WriteTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeadlineRule } from '../domain/deadline';
import { STARTER_RULE } from '../domain/starter-rule';

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
