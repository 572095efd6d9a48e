import { type Envelope } from '@app/contracts';
import { createPostgresBackend, withBackend } from 'bullmq';
import { Client } from 'pg';

import {
  jobOptions,
  type JobQueue,
  type JobWorker,
  type JobWorkerEvents,
  QueueTechnology,
  type QueueTuning,
  QueueUnfit,
  workerOptions,
} from './job-queue';
import { listen } from './worker-events';

const { Queue, Worker } = withBackend(createPostgresBackend);

/** BullMQ on PostgreSQL: embedded profile, with exactly one worker process (open faults with several). */
export class PostgresTechnology extends QueueTechnology {
  readonly #settings: { url: string; schema: string };
  readonly #tuning: QueueTuning;

  constructor(settings: { url: string; schema: string }, tuning: QueueTuning) {
    super();
    this.#settings = settings;
    this.#tuning = tuning;
  }

  override async check(): Promise<void> {
    const client = new Client({ connectionString: this.#settings.url, connectionTimeoutMillis: 5000 });
    await client.connect();
    try {
      const { rowCount } = await client.query('select 1 from pg_namespace where nspname = $1', [
        this.#settings.schema,
      ]);
      if (rowCount === 0) {
        throw new QueueUnfit([`chưa có lược đồ "${this.#settings.schema}": hãy chạy "cli migrate" trước`]);
      }
    } finally {
      await client.end();
    }
  }

  override openQueue(name: string, onError: (error: Error) => void): JobQueue {
    const queue = new Queue<Envelope, undefined>(name, {
      connection: this.#connection(1),
      defaultJobOptions: jobOptions(this.#tuning),
    });
    queue.on('error', onError);
    return queue;
  }

  override openWorker(name: string, concurrency: number, events: JobWorkerEvents): JobWorker {
    const worker = new Worker<Envelope, undefined>(name, events.process, {
      ...workerOptions(this.#tuning),
      connection: this.#connection(2),
      concurrency,
    });
    listen(worker, events);
    return worker;
  }

  override close(): Promise<void> {
    return Promise.resolve();
  }

  /** A pool of its own per queue and per worker, kept small; LISTEN has one connection per worker besides. */
  #connection(
    max: number,
  ): { connectionString: string; schema: string; max: number } & Record<string, unknown> {
    return {
      connectionString: this.#settings.url,
      schema: this.#settings.schema,
      max,
      connectionTimeoutMillis: 3000,
      statement_timeout: 10_000,
      application_name: 'iso-queue',
    };
  }
}
