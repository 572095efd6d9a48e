import { Clock, todayIn } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { WorkingDays } from '../persistence/working-days';
import { AgencySweep } from './agency-sweep';
import { TellDue } from './tell-due';

/** For so long an agency that has the day off is not asked again; a calendar that changes today is heard after it. */
const OFF_MS = 600_000;

/**
 * Tells what is due. On a day off everything waits: so weekends and holidays move to the next working day, those
 * announced late too.
 */
@Injectable()
export class ReleaseReminders {
  /** Agencies that have the day off, so that they are not asked at every wake. */
  #off = { slot: -1, agencies: new Set<string>() };

  constructor(
    private readonly agencies: AgencySweep,
    private readonly due: TellDue,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** @returns how many reminders were released */
  async execute(): Promise<number> {
    const now = this.clock.now();
    const today = todayIn(now);
    const slot = Math.floor(now.getTime() / OFF_MS);
    if (this.#off.slot !== slot) this.#off = { slot, agencies: new Set() };
    return this.agencies.each({
      condition: 'due-reminders',
      value: today,
      except: this.#off.agencies,
      work: async (tx) => {
        if (await this.workingDays.isOne(tx, today)) return this.due.execute(tx, today);
        this.#off.agencies.add(tx.actor.agencyId);
        return 0;
      },
    });
  }
}
