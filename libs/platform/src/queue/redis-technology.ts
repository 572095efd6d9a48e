import { type Envelope } from '@app/contracts';
import { Queue, Worker } from 'bullmq';
import { Redis } from 'ioredis';

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

const LEAST_VERSION = [6, 2] as const;
const LONGEST_RETRY_MS = 5000;

interface RedisTechnologyOptions {
  settings: { url: string; prefix: string };
  tuning: QueueTuning;
  warn: (message: string) => void;
}

/** BullMQ on Redis: server profile, any number of worker processes. */
export class RedisTechnology extends QueueTechnology {
  readonly #options: RedisTechnologyOptions;
  /** Producers fail fast: a message that cannot be queued now stays in the outbox. */
  readonly #producers: Redis;
  /** Workers wait as long as it takes. */
  readonly #consumers: Redis;

  constructor(options: RedisTechnologyOptions) {
    super();
    this.#options = options;
    const connect = (more: Record<string, unknown>): Redis => {
      const redis = new Redis(options.settings.url, {
        lazyConnect: true,
        connectTimeout: 5000,
        keepAlive: 10_000,
        retryStrategy: (times) => Math.min(200 * 2 ** Math.min(times, 10), LONGEST_RETRY_MS),
        ...more,
      });
      redis.on('error', (error) => {
        options.warn(`Redis: ${error.message}`);
      });
      return redis;
    };
    this.#producers = connect({ enableOfflineQueue: false, maxRetriesPerRequest: 1, commandTimeout: 5000 });
    this.#consumers = connect({ maxRetriesPerRequest: null });
  }

  override async check(): Promise<void> {
    if (this.#producers.status === 'wait') await this.#producers.connect();
    const { faults, warnings } = judgeRedis(await this.#producers.info());
    for (const warning of warnings) this.#options.warn(warning);
    if (faults.length > 0) throw new QueueUnfit(faults);
  }

  override openQueue(name: string, onError: (error: Error) => void): JobQueue {
    const queue = new Queue<Envelope, undefined>(name, {
      connection: this.#producers,
      prefix: this.#options.settings.prefix,
      defaultJobOptions: jobOptions(this.#options.tuning),
      skipWaitingForReady: true,
    });
    queue.on('error', onError);
    return queue;
  }

  override openWorker(name: string, concurrency: number, events: JobWorkerEvents): JobWorker {
    const worker = new Worker<Envelope, undefined>(name, events.process, {
      ...workerOptions(this.#options.tuning),
      connection: this.#consumers,
      prefix: this.#options.settings.prefix,
      concurrency,
    });
    listen(worker, events);
    return worker;
  }

  override close(): Promise<void> {
    this.#producers.disconnect();
    this.#consumers.disconnect();
    return Promise.resolve();
  }
}

/** Reads the answer of INFO: what forbids a start, and what an operator should know. */
export function judgeRedis(info: string): { faults: string[]; warnings: string[] } {
  const values = new Map(
    info
      .split(/\r?\n/)
      .map((line) => line.split(':'))
      .filter((parts) => parts.length === 2)
      .map(([name, value]) => [name, value]),
  );
  const faults: string[] = [];
  const version = values.get('redis_version') ?? '0';
  if (!isAtLeast(version, LEAST_VERSION)) {
    faults.push(`Redis ${version} quá cũ: cần từ ${LEAST_VERSION.join('.')} trở lên`);
  }
  const policy = values.get('maxmemory_policy') ?? 'không rõ';
  if (policy !== 'noeviction') {
    faults.push(
      `maxmemory-policy đang là "${policy}": phải là "noeviction", nếu không Redis tự xóa việc đang chờ`,
    );
  }
  const warnings =
    values.get('aof_enabled') === '1'
      ? []
      : [
          'Redis không bật AOF (appendonly yes): sau khi Redis khởi động lại, việc đang chờ phải dựng lại từ PostgreSQL',
        ];
  return { faults, warnings };
}

function isAtLeast(version: string, [major, minor]: readonly [number, number]): boolean {
  const [haveMajor = 0, haveMinor = 0] = version.split('.').map(Number);
  return haveMajor > major || (haveMajor === major && haveMinor >= minor);
}
