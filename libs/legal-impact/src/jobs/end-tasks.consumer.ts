import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { HearChanges } from '../application/hear-changes';

/** Ends the agency's own tasks and reminders of a change that was taken back. */
@Injectable()
@Consumes('legal-impact.end-tasks', { concurrency: 2 })
export class EndTasksConsumer extends Consumer<'legal-impact.change-withdrawn.v1'> {
  constructor(private readonly hearing: HearChanges) {
    super();
  }

  override async consume(delivery: Delivery<'legal-impact.change-withdrawn.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.withdrawn(tx, delivery.envelope.payload.changeId));
  }
}
