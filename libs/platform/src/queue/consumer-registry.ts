import { Injectable } from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';

import { Consumer, CONSUMES } from './consumer';
import { Subscriptions } from './subscriptions';

export interface RegisteredConsumer {
  queue: string;
  concurrency: number;
  consumer: Consumer;
  hears: (name: string) => boolean;
}

interface ConsumesMetadata {
  queue: string;
  concurrency: number;
}

/** Finds the consumers of this process and holds them against the published subscriptions, both ways. */
@Injectable()
export class ConsumerRegistry {
  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly subscriptions: Subscriptions,
  ) {}

  /** @throws SubscriptionsDiffer naming each queue without a consumer, with two, or that nobody knows. */
  consumers(): RegisteredConsumer[] {
    const found = this.discovery
      .getProviders()
      .map(({ instance }) => instance as unknown)
      .filter((instance): instance is Consumer => instance instanceof Consumer)
      .map((consumer) => ({ consumer, ...this.#metadataOf(consumer) }));
    const faults = differences(
      this.subscriptions.queues,
      found.map(({ queue }) => queue),
    );
    if (faults.length > 0) throw new SubscriptionsDiffer(faults);
    return found.map((one) => ({ ...one, hears: (name) => this.subscriptions.hears(one.queue, name) }));
  }

  #metadataOf(consumer: Consumer): ConsumesMetadata {
    const metadata = this.reflector.get<ConsumesMetadata | undefined>(CONSUMES, consumer.constructor);
    return metadata ?? { queue: `(${consumer.constructor.name} without @Consumes)`, concurrency: 1 };
  }
}

/** Readable faults between the queues that facts are sent to and the queues that are consumed. */
export function differences(subscribed: readonly string[], consumed: readonly string[]): string[] {
  const missing = subscribed.filter((queue) => !consumed.includes(queue));
  const unknown = [...new Set(consumed)].filter((queue) => !subscribed.includes(queue));
  const doubled = [...new Set(consumed.filter((queue, index) => consumed.indexOf(queue) !== index))];
  return [
    ...missing.map((queue) => `${queue}: no consumer is registered`),
    ...unknown.map((queue) => `${queue}: no fact is subscribed to it`),
    ...doubled.map((queue) => `${queue}: more than one consumer`),
  ];
}

/** The worker must not start: a fact would be lost, or two consumers would take each other's jobs. */
export class SubscriptionsDiffer extends Error {
  constructor(readonly faults: readonly string[]) {
    super(`Subscriptions and consumers differ:\n${faults.map((fault) => `  - ${fault}`).join('\n')}`);
    this.name = 'SubscriptionsDiffer';
  }
}
