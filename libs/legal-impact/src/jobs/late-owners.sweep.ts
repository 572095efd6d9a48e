import { type AgencyId, systemActor, uuidV7 } from '@app/kernel';
import { ClaimWork, UnitOfWork } from '@app/platform/database';
import { Sweep, Sweeps } from '@app/platform/queue';
import { Injectable, Logger } from '@nestjs/common';

import { LateOwner } from '../application/late-owner';

const AT_ONCE = 200;

/** Deadlines are days: looked at every ten minutes, told once. */
@Injectable()
@Sweeps('legal-impact.late-owners', { everySeconds: 600 })
export class LateOwnersSweep extends Sweep {
  readonly #logger = new Logger(LateOwnersSweep.name);

  constructor(
    private readonly claims: ClaimWork,
    private readonly unitOfWork: UnitOfWork,
    private readonly late: LateOwner,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    let done = 0;
    for (const { id, path } of await this.#agencies()) {
      try {
        await this.unitOfWork.write(systemActor(id as AgencyId, uuidV7(), path), null, (tx) =>
          this.late.execute(tx),
        );
        done += 1;
      } catch (error) {
        this.#logger.error({ err: error, agencyId: id }, 'late owner not told');
      }
    }
    return done;
  }

  #agencies(): Promise<{ id: string; path: string }[]> {
    return this.claims.run((tx) =>
      tx.query<{ id: string; path: string }>(
        `select l.agency_id as id, platform.agency_path(l.agency_id) as path from legal_impact.late_owners($1) l`,
        [AT_ONCE],
      ),
    );
  }
}
