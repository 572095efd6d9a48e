import { type IntegrationEventName, SUBSCRIPTIONS } from '@app/contracts';

type SubscribedQueues = (typeof SUBSCRIPTIONS)[IntegrationEventName];
/** Each queue that some fact is delivered to. */
export type QueueName = SubscribedQueues[number];

/** Facts and their queues, as the relay and the boot check see them. */
export class Subscriptions {
  readonly #queuesOf: ReadonlyMap<string, readonly string[]>;

  constructor(table: Readonly<Record<string, readonly string[]>> = SUBSCRIPTIONS) {
    this.#queuesOf = new Map(Object.entries(table));
  }

  /** Undefined for a name of another release. */
  queuesOf(name: string): readonly string[] | undefined {
    return this.#queuesOf.get(name);
  }

  get queues(): string[] {
    return [...new Set([...this.#queuesOf.values()].flat())].sort();
  }

  get pairs(): { name: string; queue: string }[] {
    return [...this.#queuesOf].flatMap(([name, queues]) => queues.map((queue) => ({ name, queue })));
  }

  hears(queue: string, name: string): boolean {
    return this.#queuesOf.get(name)?.includes(queue) ?? false;
  }
}
