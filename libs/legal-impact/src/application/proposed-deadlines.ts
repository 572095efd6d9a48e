import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { addWorkingDays, OrganizationFacade, previousWorkingDay } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeadlineRule, proposedDeadline } from '../domain/deadline';
import { DeadlineRulesRepository } from '../persistence/deadline-rules.repository';

export interface DeadlineProposal {
  rule: DeadlineRule;
  deadlineOn: LocalDate;
  at: Date;
  today: LocalDate;
}

/** Counts the deadline of a revision by the rule and the calendar of the acting agency. */
@Injectable()
export class ProposedDeadlines {
  constructor(
    private readonly rules: DeadlineRulesRepository,
    private readonly organization: OrganizationFacade,
    private readonly clock: Clock,
  ) {}

  /** @returns null when no rule is in force */
  async propose(tx: ReadTransaction, commencesOn: LocalDate | null): Promise<DeadlineProposal | null> {
    const rule = await this.rules.current(tx);
    if (rule === null) return null;
    const at = this.clock.now();
    const today = todayIn(at);
    const last = commencesOn !== null && commencesOn > today ? commencesOn : today;
    const calendar = await this.organization.workingCalendar(tx, today, last);
    const deadlineOn = proposedDeadline(
      rule,
      { today, commencesOn },
      {
        after: (from, days) => addWorkingDays(calendar, from, days),
        onOrBefore: (day) => previousWorkingDay(calendar, day),
      },
    );
    return { rule, deadlineOn, at, today };
  }
}
