import { Clock, type LocalDate, todayIn } from '@app/kernel';
import { addWorkingDays, OrganizationFacade, previousWorkingDay } from '@app/organization';
import { type ReadTransaction } from '@app/platform/database';
import { Injectable } from '@nestjs/common';

import { type DeadlineBasis, type DeadlineRule, proposedDeadline } from '../domain/deadline';
import { DeadlineRulesRepository } from '../persistence/deadline-rules.repository';

export interface DeadlineProposal {
  rule: DeadlineRule;
  deadlineOn: LocalDate;
  basis: DeadlineBasis;
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
    const basis = basisOf(rule, today, commencesOn);
    return { rule, deadlineOn: await this.count(tx, basis), basis, at, today };
  }

  /** What another rule would propose. */
  preview(
    tx: ReadTransaction,
    rule: Omit<DeadlineRule, 'secondPersonAbove'>,
    commencesOn: LocalDate | null,
  ): Promise<LocalDate> {
    return this.count(tx, basisOf(rule, todayIn(this.clock.now()), commencesOn));
  }

  /** Counts by the calendar as it stands now. */
  async count(tx: ReadTransaction, basis: DeadlineBasis): Promise<LocalDate> {
    const { countedFrom, commencesOn } = basis;
    const last = commencesOn !== null && commencesOn > countedFrom ? commencesOn : countedFrom;
    const calendar = await this.organization.workingCalendar(tx, countedFrom, last);
    return proposedDeadline(
      basis,
      { today: countedFrom, commencesOn },
      {
        after: (from, days) => addWorkingDays(calendar, from, days),
        onOrBefore: (day) => previousWorkingDay(calendar, day),
      },
    );
  }
}

function basisOf(
  { workingDays, beforeCommencement, leastWorkingDays }: Omit<DeadlineRule, 'secondPersonAbove'>,
  countedFrom: LocalDate,
  commencesOn: LocalDate | null,
): DeadlineBasis {
  return { workingDays, beforeCommencement, leastWorkingDays, countedFrom, commencesOn };
}
