import { Clock, todayIn } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DispatchPlan } from '../persistence/dispatch-plan';
import { WorkingDays } from '../persistence/working-days';
import { AgencySweep } from './agency-sweep';

/** What is urgent waits this long for its like: a change of law makes one mail per person, not one per document. */
const GATHER_SECONDS = 10;
const HANOI_OFFSET_MS = 7 * 3_600_000;

/** Makes mails of the lines that wait. */
@Injectable()
export class PlanMails {
  constructor(
    private readonly agencies: AgencySweep,
    private readonly plan: DispatchPlan,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** Urgent ones, at any hour of any day. */
  async urgent(gatherSeconds = GATHER_SECONDS): Promise<number> {
    const now = this.clock.now();
    const today = todayIn(now);
    return this.agencies.each({
      condition: 'urgent-lines',
      value: gatherSeconds,
      work: async (tx) => {
        await this.plan.dropLeavers(tx, today);
        return this.plan.planUrgent(tx, today, { gatherSeconds, hour: hourOf(now) });
      },
    });
  }

  /** The daily digests, on working days, at each person's hour. */
  async digests(): Promise<number> {
    const now = this.clock.now();
    const today = todayIn(now);
    const hour = hourOf(now);
    return this.agencies.each({
      condition: 'digest-lines',
      value: now.toISOString(),
      work: async (tx) => {
        if (!(await this.workingDays.isOne(tx, today))) return 0;
        await this.plan.dropLeavers(tx, today);
        return this.plan.planDigests(tx, today, hour);
      },
    });
  }
}

function hourOf(now: Date): number {
  return new Date(now.getTime() + HANOI_OFFSET_MS).getUTCHours();
}
