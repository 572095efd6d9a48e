import { type AgencyId, systemActor, uuidV7 } from '@app/kernel';
import { ClaimWork } from '@app/platform/database';
import { Sweep, Sweeps } from '@app/platform/queue';
import { Injectable, Logger } from '@nestjs/common';

import { PollSource } from '../../application/intake/poll-source';

const AT_ONCE = 10;
/** A worker that dies while it looks leaves the source to the next one after so long. */
const LEASE = '5 minutes';

interface DueSource {
  agencyId: string;
  id: string;
  path: string;
}

/** Looks at sources that are due. */
@Injectable()
@Sweeps('legal-register.sources')
export class SourcesSweep extends Sweep {
  readonly #logger = new Logger(SourcesSweep.name);

  constructor(
    private readonly claims: ClaimWork,
    private readonly polling: PollSource,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    const due = await this.#claim();
    for (const { agencyId, id, path } of due) {
      try {
        await this.polling.execute(systemActor(agencyId as AgencyId, uuidV7(), path), id);
      } catch (error) {
        this.#logger.error({ err: error, agencyId, sourceId: id }, 'source not read');
      }
    }
    return due.length;
  }

  #claim(): Promise<DueSource[]> {
    return this.claims.run((tx) =>
      tx.query<DueSource>(
        `update legal_register.source s set next_check_at = clock_timestamp() + interval '${LEASE}'
          where (s.agency_id, s.id) in (select agency_id, id from legal_register.source
                  where active and next_check_at <= clock_timestamp()
                  order by next_check_at limit $1 for update skip locked)
        returning s.agency_id as "agencyId", s.id, platform.agency_path(s.agency_id) as path`,
        [AT_ONCE],
      ),
    );
  }
}
