import { type Actor } from '@app/kernel';
import { NotificationsFacade } from '@app/notifications';
import { UnitOfWork } from '@app/platform/database';
import { WorkFacade } from '@app/work';
import { type PersonalCount, PersonalCounters } from '@http/identity';
import { Global, Injectable, Module } from '@nestjs/common';

/** What waits for a person, from the slices that know. */
@Injectable()
class CountersOfSlices extends PersonalCounters {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly work: WorkFacade,
    private readonly notifications: NotificationsFacade,
  ) {
    super();
  }

  override async of(actor: Actor): Promise<PersonalCount> {
    return this.unitOfWork.read(actor, async (tx) => ({
      ...(await this.work.countOpen(tx)),
      notices: await this.notifications.countUnread(tx),
    }));
  }
}

@Global()
@Module({
  providers: [{ provide: PersonalCounters, useClass: CountersOfSlices }],
  exports: [PersonalCounters],
})
export class CountersModule {}
