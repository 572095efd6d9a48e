import { type Envelope, type IntegrationEventName } from '@app/contracts';
import { type Actor } from '@app/kernel';
import { SetMetadata } from '@nestjs/common';

import { type Fence, type WriteTransaction } from '../database';
import { type QueueName } from './subscriptions';

export interface ConsumesOptions {
  /** Messages handled at the same time in one process. */
  concurrency?: number;
}

export const CONSUMES = 'platform:consumes';

/** Marks the one consumer of a queue; the worker refuses to start when a queue has none or two. */
export function Consumes(queue: QueueName, options: ConsumesOptions = {}): ClassDecorator {
  return SetMetadata(CONSUMES, { queue, concurrency: options.concurrency ?? 1 });
}

type EnvelopeOf<Name extends IntegrationEventName> = Name extends IntegrationEventName
  ? Envelope<Name>
  : never;

/** One attempt at one message. */
export interface Delivery<Name extends IntegrationEventName = IntegrationEventName> {
  readonly envelope: EnvelopeOf<Name>;
  /** The worker, acting for the agency of the message. */
  readonly actor: Actor;
  readonly fence: Fence;
  /** After this attempt the message is put aside for people to see. */
  readonly lastAttempt: boolean;
  /**
   * Runs `effect` in one transaction of the agency, at most once per message and consumer. Slow and repeatable work
   * comes before it. A consumer that has a use case of its own may use `Inbox.once` with `fence` in its place.
   */
  once(effect: (tx: WriteTransaction) => Promise<void>): Promise<'done' | 'known'>;
  /** Percent done, for people who watch. */
  progress(percent: number): Promise<void>;
}

/** Handles the facts of one queue. It may be called again for the same message, at any time, by another process. */
export abstract class Consumer<Name extends IntegrationEventName = IntegrationEventName> {
  abstract consume(delivery: Delivery<Name>): Promise<void>;
}
