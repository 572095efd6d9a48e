import { type AgencyId, systemActor, uuidV7 } from '@app/kernel';
import { UnitOfWork, type WriteTransaction } from '@app/platform/database';
import { Injectable, Logger } from '@nestjs/common';

import { type AgencyCondition, Dispatches } from '../persistence/dispatches';

interface AgencyWork {
  condition: AgencyCondition;
  value: string | number;
  /** Agencies left out this time. */
  except?: ReadonlySet<string>;
  work: (tx: WriteTransaction) => Promise<number>;
}

/** Finds agencies that have something to do and works for them one by one, each in a transaction of its own. */
@Injectable()
export class AgencySweep {
  readonly #logger = new Logger(AgencySweep.name);

  constructor(
    private readonly dispatches: Dispatches,
    private readonly unitOfWork: UnitOfWork,
  ) {}

  /** @returns the sum of what `work` returned. What fails for one agency holds no other up. */
  async each({ condition, value, except, work }: AgencyWork): Promise<number> {
    let done = 0;
    for (const { id, path } of await this.dispatches.agenciesWith(condition, value)) {
      if (except?.has(id) === true) continue;
      const actor = systemActor(id as AgencyId, uuidV7(), path);
      try {
        done += await this.unitOfWork.write(actor, null, work);
      } catch (error) {
        this.#logger.error({ err: error, agencyId: id }, `${condition} failed`);
      }
    }
    return done;
  }
}
