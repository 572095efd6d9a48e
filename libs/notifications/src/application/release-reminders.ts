import { Clock, todayIn } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { DueReminders } from '../persistence/due-reminders';
import { WorkingDays } from '../persistence/working-days';
import { AgencySweep } from './agency-sweep';

/**
 * Tells what is due. On a day off everything waits: so weekends and holidays move to the next working day, those
 * announced late too.
 */
@Injectable()
export class ReleaseReminders {
  /** Agencies that have the day off, so that they are asked once and not at every wake. */
  #off = { day: '', agencies: new Set<string>() };

  constructor(
    private readonly agencies: AgencySweep,
    private readonly due: DueReminders,
    private readonly workingDays: WorkingDays,
    private readonly clock: Clock,
  ) {}

  /** @returns how many reminders were released */
  async execute(): Promise<number> {
    const today = todayIn(this.clock.now());
    if (this.#off.day !== today) this.#off = { day: today, agencies: new Set() };
    return this.agencies.each({
      condition: 'due-reminders',
      value: today,
      except: this.#off.agencies,
      work: async (tx) => {
        if (!(await this.workingDays.isOne(tx, today))) {
          this.#off.agencies.add(tx.actor.agencyId);
          return 0;
        }
        await this.due.dropLeavers(tx, today);
        return this.due.release(tx, today);
      },
    });
  }
}
