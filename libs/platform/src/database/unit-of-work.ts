import { type Actor, type Branded, DomainError } from '@app/kernel';
import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

import { canonicalJson, ReadTransaction, uuidArray, WriteTransaction } from './transaction';

/** A client's key for one intended change: the same key brings the first result back (kept 7 days). */
export type IdempotencyKey = Branded<'IdempotencyKey'>;

export interface Idempotency {
  key: IdempotencyKey;
  /** What was asked, so that a key cannot be reused for something else. */
  request: string;
}

/** The key was used before for a different request. */
export class IdempotencyKeyReused extends DomainError {
  constructor() {
    super({ code: 'platform.idempotency-key-reused', kind: 'invalid' });
  }
}

const SET_ACTOR = `select set_config('app.agency_id', $1, true), set_config('app.readable', $2, true),
  set_config('app.person_id', $3, true), set_config('app.path', $4, true), set_config('transaction_read_only', $5, true)`;

/**
 * The only way to the database: exactly one transaction per request or message, begun by TypeORM
 * (a raw BEGIN would make it open and commit another inside) and bound to one agency before the first query.
 */
@Injectable()
export class UnitOfWork {
  constructor(private readonly dataSource: DataSource) {}

  async read<Result>(actor: Actor, work: (tx: ReadTransaction) => Promise<Result>): Promise<Result> {
    return this.#inTransaction(actor, 'on', (runner) => work(new ReadTransaction(runner, actor)));
  }

  /** As `read`, but every statement sees the same moment: for what is copied table by table. */
  async snapshot<Result>(actor: Actor, work: (tx: ReadTransaction) => Promise<Result>): Promise<Result> {
    return this.#inTransaction(actor, 'on', (runner) => work(new ReadTransaction(runner, actor)), {
      isolation: 'REPEATABLE READ',
    });
  }

  /** Runs `work` once per key: a repeated request gets the first result. The chain head is locked last, on commit. */
  async write<Result>(
    actor: Actor,
    idempotency: Idempotency | null,
    work: (tx: WriteTransaction) => Promise<Result>,
  ): Promise<Result> {
    return this.#inTransaction(actor, 'off', async (runner) => {
      const tx = new WriteTransaction(runner, actor);
      if (idempotency === null) {
        const result = await work(tx);
        await tx.flush();
        return result;
      }
      const known = await claimKey<Result>(tx, idempotency);
      if (known !== null) return known.result;
      const result = await work(tx);
      await keepResult(tx, idempotency, result);
      await tx.flush();
      return result;
    });
  }

  async #inTransaction<Result>(
    actor: Actor,
    readOnly: 'on' | 'off',
    work: (runner: QueryRunner) => Promise<Result>,
    { isolation = 'READ COMMITTED' }: { isolation?: 'READ COMMITTED' | 'REPEATABLE READ' } = {},
  ): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    await (isolation === 'READ COMMITTED' ? runner.startTransaction() : runner.startTransaction(isolation));
    try {
      await runner.query(SET_ACTOR, [
        actor.agencyId,
        uuidArray(actor.readable),
        actor.personId ?? '',
        actor.agencyPath,
        readOnly,
      ]);
      const result = await work(runner);
      await runner.commitTransaction();
      return result;
    } catch (error) {
      // A broken connection cannot roll back; the first error is the one that tells.
      await runner.rollbackTransaction().catch(() => undefined);
      throw error;
    } finally {
      await runner.release();
    }
  }
}

/** Inserting first makes a simultaneous twin wait for our commit and then find the result. */
async function claimKey<Result>(
  tx: WriteTransaction,
  { key, request }: Idempotency,
): Promise<{ result: Result } | null> {
  const claimed = await tx.change(
    `insert into platform.idempotency (agency_id, person_id, key, request) values ($1, $2, $3, $4)
     on conflict do nothing`,
    [tx.actor.agencyId, tx.actor.personId, key, request],
  );
  if (claimed === 1) return null;
  const row = await tx.one<{ request: string; result: { value?: Result } | null }>(
    'select request, result from platform.idempotency where agency_id = $1 and person_id = $2 and key = $3',
    [tx.actor.agencyId, tx.actor.personId, key],
  );
  if (row?.request !== request) throw new IdempotencyKeyReused();
  return { result: row.result?.value as Result };
}

async function keepResult(tx: WriteTransaction, { key }: Idempotency, result: unknown): Promise<void> {
  await tx.changeOne(
    'update platform.idempotency set result = $4::jsonb where agency_id = $1 and person_id = $2 and key = $3',
    [
      tx.actor.agencyId,
      tx.actor.personId,
      key,
      result === undefined ? '{}' : canonicalJson({ value: result }),
    ],
  );
}
