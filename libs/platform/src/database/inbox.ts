import { Injectable } from '@nestjs/common';

import { type WriteTransaction } from './transaction';

/** Which attempt at which message this is. */
export interface Fence {
  messageId: string;
  attempt: number;
}

/** The consumer's memory: an effect happens at most once per message, whatever the queue does. */
@Injectable()
export class Inbox {
  /**
   * Runs `effect` in the given transaction unless this consumer has handled the message before. A worker that wakes
   * up late finds the row of the one that took over, and changes nothing.
   */
  async once(
    tx: WriteTransaction,
    consumer: string,
    fence: Fence,
    effect: () => Promise<void>,
  ): Promise<'done' | 'known'> {
    const fresh = await tx.change(
      `insert into platform.inbox_message (agency_id, consumer, message_id, fence) values ($1, $2, $3, $4)
       on conflict do nothing`,
      [tx.actor.agencyId, consumer, fence.messageId, fence.attempt],
    );
    if (fresh === 0) return 'known';
    await effect();
    return 'done';
  }
}
