import { type Actor, type AgencyId, systemActor, uuidV7 } from '@app/kernel';
import { ClaimWork, UnitOfWork } from '@app/platform/database';
import { Consumer, Consumes, type Delivery, Sweep, Sweeps } from '@app/platform/queue';
import { Injectable, Logger } from '@nestjs/common';

import { CheckRenditions } from '../../application/reading/check-renditions';
import { FollowReaders, ReadingEscalation } from '../../application/reading/follow-readers';

const AT_ONCE = 200;

/** What is done for one agency once a day. */
@Injectable()
export class ReadingDay {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly readers: FollowReaders,
    private readonly escalation: ReadingEscalation,
    private readonly renditions: CheckRenditions,
  ) {}

  async execute(actor: Actor): Promise<void> {
    await this.unitOfWork.write(actor, null, async (tx) => {
      await this.readers.execute(tx);
      await this.escalation.execute(tx);
    });
    await this.renditions.execute(actor);
  }
}

/** Once a day per agency: who came receives what they must read, who left is let go, what is late is told (DI-08, DI-09). */
@Injectable()
@Sweeps('documents.readers', { everySeconds: 60 })
export class ReadersSweep extends Sweep {
  readonly #logger = new Logger(ReadersSweep.name);

  constructor(
    private readonly claims: ClaimWork,
    private readonly day: ReadingDay,
  ) {
    super();
  }

  override async sweep(): Promise<number> {
    let done = 0;
    for (const { id, path } of await this.#agencies()) {
      try {
        await this.day.execute(systemActor(id as AgencyId, uuidV7(), path));
        done += 1;
      } catch (error) {
        this.#logger.error({ err: error, agencyId: id }, 'readers not followed');
      }
    }
    return done;
  }

  #agencies(): Promise<{ id: string; path: string }[]> {
    return this.claims.run((tx) =>
      tx.query<{ id: string; path: string }>(
        `select found.agency_id as id, platform.agency_path(found.agency_id) as path
           from (select distinct agency_id from documents.distribution
                  where state = 'fixed' and (followed_on is null or followed_on < app.today()) limit $1) found`,
        [AT_ONCE],
      ),
    );
  }
}

/** Who came, left or changed place reads, or no longer reads, from that moment on; the sweep is the net behind (DI-08). */
@Consumes('documents.follow-members')
@Injectable()
export class FollowMembersConsumer extends Consumer<'identity.membership-changed.v1'> {
  constructor(private readonly readers: FollowReaders) {
    super();
  }

  override async consume(delivery: Delivery<'identity.membership-changed.v1'>): Promise<void> {
    await delivery.once(async (tx) => {
      await this.readers.execute(tx);
    });
  }
}
