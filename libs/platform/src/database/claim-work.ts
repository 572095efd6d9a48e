import { Injectable } from '@nestjs/common';
import { DataSource, type QueryRunner } from 'typeorm';

import { type SqlValue } from './transaction';

/** A transaction of no agency: it sees the claim tables of the worker's role and nothing else. */
export class ClaimTransaction {
  readonly #runner: QueryRunner;

  constructor(runner: QueryRunner) {
    this.#runner = runner;
  }

  async query<Row>(sql: string, values: readonly SqlValue[] = []): Promise<Row[]> {
    const { records } = (await this.#runner.query(sql, [...values], true)) as { records: Row[] };
    return records;
  }

  /** Runs a change and tells how many rows it touched. */
  async change(sql: string, values: readonly SqlValue[] = []): Promise<number> {
    const { affected } = await this.#runner.query(sql, [...values], true);
    return affected ?? 0;
  }
}

/**
 * For the relay and for sweeps only, in the worker: takes `(agency_id, id)` of all agencies and commits, before one
 * transaction per agency does the work. Under any other role than `iso_worker` it sees nothing.
 */
@Injectable()
export class ClaimWork {
  constructor(private readonly dataSource: DataSource) {}

  async run<Result>(work: (tx: ClaimTransaction) => Promise<Result>): Promise<Result> {
    const runner = this.dataSource.createQueryRunner();
    await runner.startTransaction();
    try {
      const result = await work(new ClaimTransaction(runner));
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
