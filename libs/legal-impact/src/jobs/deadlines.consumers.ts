import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { HearChanges } from '../application/hear-changes';
import { FollowCalendar } from '../application/move-deadlines';

/** The agency's tasks and reminders follow the deadlines that the steward of a change moved. */
@Injectable()
@Consumes('legal-impact.follow-deadlines', { concurrency: 2 })
export class DeadlinesConsumer extends Consumer<'legal-impact.deadline-moved.v1'> {
  constructor(private readonly hearing: HearChanges) {
    super();
  }

  override async consume(delivery: Delivery<'legal-impact.deadline-moved.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.extended(tx, delivery.envelope.payload.changeId));
  }
}

/** Open deadlines are counted anew when holidays or swapped days change. */
@Injectable()
@Consumes('legal-impact.follow-calendar', { concurrency: 2 })
export class CalendarConsumer extends Consumer<'organization.calendar-changed.v1'> {
  constructor(private readonly following: FollowCalendar) {
    super();
  }

  override async consume(delivery: Delivery<'organization.calendar-changed.v1'>): Promise<void> {
    await delivery.once((tx) => this.following.execute(tx));
  }
}
