import { type Envelope } from '@app/contracts';
import { DomainError } from '@app/kernel';
import { Injectable } from '@nestjs/common';

import { ClaimWork, type ReadTransaction, type WriteTransaction } from '../database';

export interface FailedMessage {
  consumer: string;
  messageId: string;
  name: string;
  reason: string;
  attempts: number;
  failedAt: Date;
}

interface GivenUp {
  consumer: string;
  envelope: Pick<Envelope, 'agencyId' | 'messageId' | 'name'>;
  reason: string;
  attempts: number;
}

const LONGEST_REASON = 500;

/** What no attempt could handle: kept for people to see and to try again. */
@Injectable()
export class FailedMessages {
  constructor(private readonly claims: ClaimWork) {}

  /** Written by the worker after the last attempt. */
  async keep({ consumer, envelope, reason, attempts }: GivenUp): Promise<void> {
    await this.claims.run((tx) =>
      tx.change(
        `insert into platform.failed_message (agency_id, consumer, message_id, name, reason, attempts)
         values ($1, $2, $3, $4, $5, $6)
         on conflict (agency_id, consumer, message_id) do update
           set state = 'failed', reason = excluded.reason, attempts = failed_message.attempts + excluded.attempts,
               failed_at = clock_timestamp()`,
        [
          envelope.agencyId,
          consumer,
          envelope.messageId,
          envelope.name,
          reason.slice(0, LONGEST_REASON),
          attempts,
        ],
      ),
    );
  }

  async list(tx: ReadTransaction, limit = 100): Promise<FailedMessage[]> {
    return tx.query<FailedMessage>(
      `select consumer, message_id as "messageId", name, reason, attempts, failed_at as "failedAt"
         from platform.failed_message
        where agency_id = $1 and state = 'failed'
        order by failed_at desc, message_id desc limit $2`,
      [tx.actor.agencyId, limit],
    );
  }

  /** Hands the message to its consumer again; the reconciler queues it within its next look. */
  async retry(tx: WriteTransaction, consumer: string, messageId: string): Promise<void> {
    const changed = await tx.change(
      `update platform.failed_message set state = 'retried'
        where agency_id = $1 and consumer = $2 and message_id = $3 and state = 'failed'`,
      [tx.actor.agencyId, consumer, messageId],
    );
    if (changed !== 1) throw new FailedMessageNotFound();
    await tx.change(
      `update platform.outbox_message set state = 'dispatched', dispatched_at = clock_timestamp() - interval '1 day'
        where agency_id = $1 and id = $2 and state in ('dispatched', 'settled')`,
      [tx.actor.agencyId, messageId],
    );
    tx.record({
      action: 'platform.message-retried',
      subjectType: 'message',
      subjectId: messageId,
      new: { consumer },
    });
  }
}

/** There is no such failed message, or it was tried again already. */
export class FailedMessageNotFound extends DomainError {
  constructor() {
    super({ code: 'platform.failed-message-not-found', kind: 'not-found' });
  }
}
