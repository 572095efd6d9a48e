import { type Envelope } from '@app/contracts';
import { Injectable } from '@nestjs/common';

import { type ClaimTransaction, ClaimWork } from '../database';
import { type Subscriptions } from './subscriptions';

/** A fact that waits to be told. */
export interface OutboxMessage {
  agencyId: string;
  id: string;
  name: string;
  payload: unknown;
  correlationId: string;
  occurredAt: Date;
  agencyPath: string | null;
}

/** A message that some consumer has not handled yet. */
export interface UnhandledMessage extends OutboxMessage {
  queue: string;
}

const COLUMNS = `m.agency_id as "agencyId", m.id, m.name, m.payload, m.correlation_id as "correlationId",
  m.occurred_at as "occurredAt", platform.agency_path(m.agency_id) as "agencyPath"`;

/** The claim table of facts. Claimed by state, never by a high-water mark: commit order is not id order. */
@Injectable()
export class Outbox {
  constructor(private readonly claims: ClaimWork) {}

  /** Takes the oldest waiting messages for some seconds and commits, so that nothing is locked while they are queued. */
  async claim(limit: number, seconds: number): Promise<OutboxMessage[]> {
    const rows = await this.claims.run((tx) =>
      tx.query<OutboxMessage>(
        `update platform.outbox_message m
            set claimed_until = clock_timestamp() + make_interval(secs => $2), attempts = attempts + 1
          where (m.agency_id, m.id) in (
            select agency_id, id from platform.outbox_message
             where state = 'pending' and (claimed_until is null or claimed_until < clock_timestamp())
             order by occurred_at, id limit $1 for update skip locked)
        returning ${COLUMNS}`,
        [limit, seconds],
      ),
    );
    return rows.sort((left, right) => left.occurredAt.getTime() - right.occurredAt.getTime());
  }

  async markDispatched(messages: readonly OutboxMessage[]): Promise<void> {
    await this.#mark(
      messages,
      `state = 'dispatched', dispatched_at = clock_timestamp(), claimed_until = null`,
    );
  }

  /** Gives a claim back before its time: the queue could not be reached. */
  async release(messages: readonly OutboxMessage[]): Promise<void> {
    await this.#mark(messages, 'claimed_until = null');
  }

  /** A name that this release does not know is kept for people to see, and holds nobody up. */
  async park(message: OutboxMessage, reason: string): Promise<void> {
    await this.claims.run((tx) =>
      tx.change(
        `update platform.outbox_message set state = 'parked', parked_reason = $3, claimed_until = null
          where agency_id = $1 and id = $2 and state = 'pending'`,
        [message.agencyId, message.id, reason],
      ),
    );
  }

  /**
   * Compares what was dispatched with the consumers' memory: settles what all have handled (or given up), and returns
   * what some have not. Rows are touched, so that the next look comes after the same time again.
   */
  async reconcile(
    subscriptions: Subscriptions,
    afterSeconds: number,
    limit = 500,
  ): Promise<UnhandledMessage[]> {
    return this.claims.run(async (tx) => {
      await this.#settle(tx, subscriptions, limit);
      return tx.query<UnhandledMessage>(
        `with due as (
           select agency_id, id from platform.outbox_message
            where state = 'dispatched' and dispatched_at < clock_timestamp() - make_interval(secs => $2)
            order by dispatched_at limit $3 for update skip locked),
         touched as (
           update platform.outbox_message m set dispatched_at = clock_timestamp()
             from due where m.agency_id = due.agency_id and m.id = due.id
           returning ${COLUMNS})
         select t.*, s.queue from touched t
           join jsonb_to_recordset($1::jsonb) as s(name text, queue text) on s.name = t.name
          where ${notHandled('t."agencyId"', 't.id')}`,
        [JSON.stringify(subscriptions.pairs), afterSeconds, limit],
      );
    });
  }

  async #settle(tx: ClaimTransaction, subscriptions: Subscriptions, limit: number): Promise<void> {
    await tx.change(
      `update platform.outbox_message o set state = 'settled'
        where (o.agency_id, o.id) in (
          select m.agency_id, m.id from platform.outbox_message m
           where m.state = 'dispatched' and not exists (
             select from jsonb_to_recordset($1::jsonb) as s(name text, queue text)
              where s.name = m.name and ${notHandled('m.agency_id', 'm.id')})
           order by m.dispatched_at limit $2 for update of m skip locked)`,
      [JSON.stringify(subscriptions.pairs), limit],
    );
  }

  async #mark(messages: readonly OutboxMessage[], change: string): Promise<void> {
    if (messages.length === 0) return;
    await this.claims.run((tx) =>
      tx.change(
        `update platform.outbox_message m set ${change}
           from unnest($1::uuid[], $2::uuid[]) as given(agency_id, id)
          where m.agency_id = given.agency_id and m.id = given.id and m.state = 'pending'`,
        [messages.map(({ agencyId }) => agencyId), messages.map(({ id }) => id)],
      ),
    );
  }
}

function notHandled(agency: string, message: string): string {
  return `not exists (select from platform.inbox_message i
      where i.agency_id = ${agency} and i.message_id = ${message} and i.consumer = s.queue)
  and not exists (select from platform.failed_message f
      where f.agency_id = ${agency} and f.message_id = ${message} and f.consumer = s.queue and f.state = 'failed')`;
}

/** What goes into the queue. */
export function envelopeOf(message: OutboxMessage): Envelope {
  return {
    messageId: message.id,
    agencyId: message.agencyId,
    agencyPath: message.agencyPath ?? '',
    name: message.name,
    version: Number(/\.v(\d+)$/.exec(message.name)?.[1] ?? 1),
    occurredAt: message.occurredAt.toISOString(),
    correlationId: message.correlationId,
    payload: message.payload,
  } as Envelope;
}

/** No colon, not digits only: BullMQ refuses both. */
export function jobIdOf({ name, id }: Pick<OutboxMessage, 'name' | 'id'>): string {
  return `${name}-${id}`;
}
