import { Consumer, Consumes, type Delivery } from '@app/platform/queue';
import { Injectable } from '@nestjs/common';

import { HearChanges } from '../application/hear-changes';

/** Makes the agency's own tasks, reminders and notices of a change that reaches it. */
@Injectable()
@Consumes('legal-impact.open-tasks', { concurrency: 2 })
export class OpenTasksConsumer extends Consumer<'legal-impact.change-opened.v1'> {
  constructor(private readonly hearing: HearChanges) {
    super();
  }

  override async consume(delivery: Delivery<'legal-impact.change-opened.v1'>): Promise<void> {
    await delivery.once((tx) => this.hearing.opened(tx, delivery.envelope.payload.changeId));
  }
}
