import { type Envelope } from '@app/contracts';
import { type BaseJobOptions, type Job } from 'bullmq';

/** A message as the queue carries it: ids only, no personal data. */
export type EnvelopeJob = Job<Envelope, undefined>;

export interface JobOfList {
  id?: string | undefined;
  timestamp: number;
}

/** One queue, whatever holds it. */
export interface JobQueue {
  add(name: string, data: Envelope, options: { jobId: string }): Promise<unknown>;
  getJob(jobId: string): Promise<EnvelopeJob | undefined>;
  getWaiting(start: number, end: number): Promise<readonly JobOfList[]>;
  getJobCounts(...types: ('waiting' | 'active' | 'delayed' | 'failed')[]): Promise<Record<string, number>>;
  close(): Promise<void>;
}

/** One worker on one queue. `close(true)` does not wait for what is under way. */
export interface JobWorker {
  close(force?: boolean): Promise<void>;
}

export interface JobWorkerEvents {
  process: (job: EnvelopeJob) => Promise<undefined>;
  /** Each sign of life, for the watchdog. */
  active: () => void;
  failed: (job: EnvelopeJob | undefined, error: Error) => void;
  error: (error: Error) => void;
}

/** How many attempts, how long between them, when a lost thing is noticed. Tests shorten it. */
export class QueueTuning {
  readonly attempts: number = 8;
  readonly backoffMs: number = 1000;
  /** A job whose worker died is taken over after this time. What blocks the event loop so long runs elsewhere. */
  readonly lockMs: number = 15_000;
  /** A dispatched message that no consumer has handled is queued again after this time. */
  readonly requeueAfterSeconds: number = 60;
  /** A worker that consumes nothing while jobs wait longer than this is started again. */
  readonly stuckAfterMs: number = 30_000;
  readonly relayPollMs: number = 250;
  readonly claimSeconds: number = 10;
  /** Active jobs may finish this long after SIGTERM; the whole stop stays under 10 s. */
  readonly stopWithinMs: number = 8000;

  constructor(changes: Partial<QueueTuning> = {}) {
    Object.assign(this, changes);
  }
}

/** Kept jobs are an economy (a repeated `jobId` is dropped); the inbox is the guarantee. */
export function jobOptions({ attempts, backoffMs }: QueueTuning): BaseJobOptions {
  return {
    attempts,
    backoff: { type: 'exponential', delay: backoffMs, jitter: 0.3 },
    removeOnComplete: { count: 500, age: 3600 },
    removeOnFail: { count: 1000, age: 7 * 86_400 },
  };
}

/** Times that both technologies share: a broken connection is tried again every 2 s, never later than after 5 s. */
export function workerOptions({ lockMs }: QueueTuning): {
  lockDuration: number;
  stalledInterval: number;
  maxStalledCount: number;
  runRetryDelay: number;
} {
  return {
    lockDuration: lockMs,
    // Whole milliseconds: PostgreSQL refuses a fraction, and then nobody's job would ever be taken over.
    stalledInterval: Math.floor(lockMs / 3),
    // The fifth crash on the same job gives it up; by default the second would.
    maxStalledCount: 4,
    runRetryDelay: 2000,
  };
}

/** Where jobs wait. Two technologies, chosen by configuration alone. */
export abstract class QueueTechnology {
  /** @throws QueueUnfit when the server must not be used as it is. */
  abstract check(): Promise<void>;
  abstract openQueue(name: string, onError: (error: Error) => void): JobQueue;
  abstract openWorker(name: string, concurrency: number, events: JobWorkerEvents): JobWorker;
  abstract close(): Promise<void>;
}

/** The server that should hold the queue is not fit for it; the process must not start. */
export class QueueUnfit extends Error {
  constructor(reasons: readonly string[]) {
    super(`Máy chủ hàng đợi chưa dùng được:\n${reasons.map((reason) => `  - ${reason}`).join('\n')}`);
    this.name = 'QueueUnfit';
  }
}
