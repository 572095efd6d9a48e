import { createHash } from 'node:crypto';

import { type Actor, type AgencyId, DomainError, uuidV7 } from '@app/kernel';
import { type IntegrationEventName, type IntegrationEvents } from '@app/contracts';
import { type PoolClient } from 'pg';
import { type QueryRunner } from 'typeorm';

/** One change to be remembered: what, and why. Values are what a person may be shown; never secrets. */
export interface JournalEntry {
  action: string;
  subjectType: string;
  subjectId: string;
  old?: unknown;
  new?: unknown;
  reason?: string | null;
}

export type SqlValue =
  string | number | boolean | Date | Buffer | null | readonly string[] | readonly number[];

/** Proof that a transaction of one agency is open and may read. Nothing outside `UnitOfWork` can make one. */
export class ReadTransaction {
  readonly #runner: QueryRunner;
  #cursors = 0;

  constructor(
    runner: QueryRunner,
    readonly actor: Actor,
  ) {
    this.#runner = runner;
  }

  async query<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    const { records } = (await this.#runner.query(sql, [...values], true)) as { records: Row[] };
    return records;
  }

  /**
   * As `query`, but planned once per connection: for the few reads that are asked most and whose plan is the same for
   * everybody. Under row-level security planning costs more than such a read itself.
   */
  async prepared<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    const client = (await this.#runner.connect()) as PoolClient;
    const { rows } = await client.query({ name: nameOf(sql), text: sql, values: [...values] });
    return rows as Row[];
  }

  /** Rows one after another by a cursor, a few hundred at a time: a million take no more memory than these. */
  async *stream<Row>(sql: string, atOnce = 500): AsyncGenerator<Row> {
    const cursor = `rows_${String((this.#cursors += 1))}`;
    await this.query(`declare ${cursor} no scroll cursor for ${sql}`);
    for (;;) {
      const rows = await this.query<Row>(`fetch ${String(atOnce)} from ${cursor}`);
      yield* rows;
      if (rows.length < atOnce) break;
    }
    await this.query(`close ${cursor}`);
  }

  /** The first row, or null. */
  async one<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row | null> {
    const rows = await this.query<Row>(sql, values);
    return rows[0] ?? null;
  }
}

const names = new Map<string, string>();

/** A statement is known to the server by a name of at most 63 characters. */
function nameOf(sql: string): string {
  const known = names.get(sql);
  if (known !== undefined) return known;
  const name = createHash('sha256').update(sql).digest('hex').slice(0, 40);
  names.set(sql, name);
  return name;
}

interface Announcement {
  id: string;
  agencyId: string;
  name: string;
  payload: unknown;
}

/** Proof that a transaction of one agency is open and may write. Write methods ask for one. */
export class WriteTransaction extends ReadTransaction {
  readonly #runner: QueryRunner;
  readonly #entries: JournalEntry[] = [];
  readonly #announcements: Announcement[] = [];

  constructor(runner: QueryRunner, actor: Actor) {
    super(runner, actor);
    this.#runner = runner;
  }

  /** Runs a change and tells how many rows it touched. */
  async change(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    const { affected } = await this.#runner.query(sql, [...values], true);
    return affected ?? 0;
  }

  /**
   * Compare-and-set: a change that must touch exactly one row.
   * @throws StaleRow (`platform.stale`) when another edit came first.
   */
  async changeOne(sql: string, values: readonly SqlValue[] = []): Promise<void> {
    if ((await this.change(sql, values)) !== 1) throw new StaleRow();
  }

  /** Remembers what changed; the rows are chained and inserted just before the commit. */
  record(entry: JournalEntry): void {
    this.#entries.push(entry);
  }

  /** Announces a fact. It leaves the process only if this transaction commits. */
  announce<Name extends IntegrationEventName>(name: Name, payload: IntegrationEvents[Name]): void {
    this.#announcements.push({ id: uuidV7(), agencyId: this.actor.agencyId, name, payload });
  }

  /** Writes the announced facts, then the journal: the head of the chain is the last lock that is taken. */
  async flush(): Promise<void> {
    if (this.#announcements.length > 0) {
      await this.change(
        `insert into platform.outbox_message (agency_id, id, name, payload, correlation_id)
         select agency_id, id, name, payload, $2
           from jsonb_to_recordset($1::jsonb) as fact(id uuid, agency_id uuid, name text, payload jsonb)`,
        [
          JSON.stringify(
            this.#announcements.map(({ id, agencyId, name, payload }) => ({
              id,
              agency_id: agencyId,
              name,
              payload,
            })),
          ),
          this.actor.correlationId,
        ],
      );
    }
    if (this.#entries.length > 0) {
      await this.query('select journal.append($1::jsonb)', [
        JSON.stringify({
          kind: this.actor.kind,
          personId: this.actor.personId,
          personName: this.actor.personName,
          correlationId: this.actor.correlationId,
          entries: this.#entries.map(({ action, subjectType, subjectId, old, new: now, reason }) => ({
            action,
            subjectType,
            subjectId,
            reason: reason ?? null,
            detail: canonicalJson({ old: old ?? null, new: now ?? null }),
          })),
        }),
      ]);
    }
  }
}

/** The row was changed by somebody else since it was read. */
export class StaleRow extends DomainError {
  constructor() {
    super({ code: 'platform.stale', kind: 'stale' });
  }
}

/** JSON with sorted keys, so that the same value always has the same bytes. Text is NFC. */
export function canonicalJson(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (value instanceof Date) return JSON.stringify(value.toISOString());
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (typeof value === 'object') {
    const pairs = Object.entries(value as Record<string, unknown>)
      .filter(([, member]) => member !== undefined)
      .sort(([left], [right]) => (left < right ? -1 : 1))
      .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`);
    return `{${pairs.join(',')}}`;
  }
  return typeof value === 'string' ? JSON.stringify(value.normalize('NFC')) : JSON.stringify(value);
}

export type TransactionOf<Access extends 'read' | 'write'> = Access extends 'write'
  ? WriteTransaction
  : ReadTransaction;

/** Agencies as a PostgreSQL array literal for the settings of the transaction. */
export function uuidArray(ids: readonly AgencyId[]): string {
  return `{${ids.join(',')}}`;
}
