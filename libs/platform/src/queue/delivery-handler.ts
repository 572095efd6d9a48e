import { type Envelope } from '@app/contracts';
import { type Actor, type AgencyId, DomainError, isUuid, type RefusalKind, systemActor } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { UnrecoverableError } from 'bullmq';

import { ClaimWork, Inbox, UnitOfWork, type WriteTransaction } from '../database';
import { withLogFields } from '../logging';
import { type Delivery } from './consumer';
import { type RegisteredConsumer } from './consumer-registry';
import { type EnvelopeJob } from './job-queue';

/** Refusals that another attempt may not meet again. */
const PASSING: readonly RefusalKind[] = ['stale', 'unavailable', 'too-many'];

/** Takes one job from the queue to its consumer, and decides what a failure means. */
@Injectable()
export class DeliveryHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly inbox: Inbox,
    private readonly claims: ClaimWork,
  ) {}

  async handle({ queue, consumer, hears }: RegisteredConsumer, job: EnvelopeJob): Promise<undefined> {
    const { data: envelope } = job;
    if (!isEnvelope(envelope)) throw new UnrecoverableError('not an envelope of this release');
    if (!hears(envelope.name)) throw new UnrecoverableError(`unknown name ${envelope.name}`);
    await withLogFields(
      { correlationId: envelope.correlationId, agencyId: envelope.agencyId, queue },
      async () => {
        try {
          await consumer.consume(this.#deliveryOf(queue, job));
        } catch (error) {
          throw lasting(error);
        }
        await this.#remember(queue, job);
      },
    );
    return undefined;
  }

  #deliveryOf(queue: string, job: EnvelopeJob): Delivery {
    const envelope = job.data as Delivery['envelope'];
    const actor: Actor = systemActor(
      envelope.agencyId as AgencyId,
      envelope.correlationId,
      envelope.agencyPath,
    );
    const fence = { messageId: envelope.messageId, attempt: job.attemptsStarted };
    return {
      envelope,
      actor,
      fence,
      lastAttempt: isLastAttempt(job, 1),
      once: (effect: (tx: WriteTransaction) => Promise<void>) =>
        this.unitOfWork.write(actor, null, (tx) => this.inbox.once(tx, queue, fence, () => effect(tx))),
      progress: (percent) => job.updateProgress(percent),
    };
  }

  /** A consumer that found nothing to do may have written no inbox row: without one the message would come for ever. */
  async #remember(queue: string, { data, attemptsStarted }: EnvelopeJob): Promise<void> {
    await this.claims.run((tx) =>
      tx.change(
        `insert into platform.inbox_message (agency_id, consumer, message_id, fence) values ($1, $2, $3, $4)
         on conflict do nothing`,
        [data.agencyId, queue, data.messageId, attemptsStarted],
      ),
    );
  }
}

/** True when the job has no attempt left; `underWay` counts the one that has not failed yet. */
export function isLastAttempt(job: EnvelopeJob, underWay: 0 | 1 = 0): boolean {
  return job.attemptsMade + underWay >= (job.opts.attempts ?? 1);
}

/** A refusal of the rules meets the next attempt too; time spent on it would hold others up. */
function lasting(error: unknown): unknown {
  if (error instanceof DomainError && !PASSING.includes(error.kind))
    return new UnrecoverableError(error.code);
  return error;
}

export function isEnvelope(data: unknown): data is Envelope {
  const { messageId, agencyId, name } = (data ?? {}) as Partial<Record<string, unknown>>;
  return isUuid(messageId) && isUuid(agencyId) && typeof name === 'string';
}
