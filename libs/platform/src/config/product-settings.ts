import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { EnvironmentReader } from './settings';

export interface DatabaseSettings {
  url: string;
  poolSize: number;
  statementTimeoutMs: number;
}

export type QueueSettings =
  { backend: 'postgres'; url: string; schema: string } | { backend: 'redis'; url: string; prefix: string };

/** When a lost thing of the queue is noticed. */
export interface QueueTimes {
  /** A job whose worker died is taken over after this time. */
  lockMs: number;
  /** A dispatched message that no consumer has handled is queued again after this time. */
  requeueAfterSeconds: number;
  /** A worker that consumes nothing while jobs wait longer than this is started again. */
  stuckAfterMs: number;
}

export type StorageSettings =
  | { backend: 'folder'; folder: string }
  | {
      backend: 's3';
      endpoint: string;
      accessKey: string;
      secretKey: string;
      region: string;
      bucketPrefix: string;
    };

export interface MailSettings {
  smtpUrl: string;
  from: string;
}

/** A key of 256 bits under the name that stands beside what it sealed. */
export interface SecretKey {
  id: string;
  key: Buffer;
}

export interface ApiSettings {
  host: string;
  port: number;
  publicUrl: string;
  portalUrl: string;
  webFolder: string | null;
  /** Folder for streams under way and verified copies; safe to delete when nothing runs. */
  workFolder: string;
  trustProxy: boolean;
  logLevel: string;
  database: DatabaseSettings;
  storage: StorageSettings;
  signInPerMinute: number;
  /** Keys that seal secrets at rest; the first seals, all open. */
  secretKeys: readonly SecretKey[];
}

export interface WorkerSettings {
  host: string;
  /** Port of health and metrics of the worker. */
  port: number;
  publicUrl: string;
  portalUrl: string;
  workFolder: string;
  logLevel: string;
  database: DatabaseSettings;
  storage: StorageSettings;
  queue: QueueSettings;
  queueTimes: QueueTimes;
  mail: MailSettings;
  /** Certificates of authorities whose signatures are believed; null: none are. */
  trustedRootsFolder: string | null;
  /** Seconds between two looks of a sweep; deadlines are rows, a sweep only wakes. */
  sweepSeconds: number;
  /** Hosts of the own network that the worker may read; all others must lie on the open internet. */
  outgoingHosts: readonly string[];
  /** Folder in which sources of legal texts may be watched; null: none. */
  watchFolder: string | null;
  /** An export of an agency is kept for so many days. */
  exportDays: number;
}

export interface PortalSettings {
  host: string;
  port: number;
  portalUrl: string;
  workFolder: string;
  logLevel: string;
  database: DatabaseSettings;
  storage: StorageSettings;
  trustProxy: boolean;
  /** Per address; the public is guests, not a crowd behind one door. */
  requestsPerMinute: number;
}

export interface CliSettings {
  superuserUrl: string | null;
  ownerUrl: string | null;
  appUrl: string | null;
  workerUrl: string | null;
  portalUrl: string | null;
  backupUrl: string | null;
  queueSchema: string;
  /** Where the demo feed is laid; null: nowhere. */
  watchFolder: string | null;
}

type Environment = Readonly<Record<string, string | undefined>>;

const POSTGRES = ['postgres:', 'postgresql:'] as const;
const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

function database(read: EnvironmentReader, urlName: string, poolSize: number): DatabaseSettings {
  return {
    url: read.url(urlName, POSTGRES),
    poolSize: read.integer('ISO_DB_POOL', poolSize, [1, 200]),
    statementTimeoutMs: read.integer('ISO_DB_STATEMENT_TIMEOUT_MS', 5000, [100, 600_000]),
  };
}

function storage(read: EnvironmentReader): StorageSettings {
  const backend = read.oneOf('ISO_FILES', ['folder', 's3'], 'folder');
  if (backend === 'folder') return { backend, folder: read.text('ISO_FILES_FOLDER') };
  return {
    backend,
    endpoint: read.url('ISO_S3_ENDPOINT', ['http:', 'https:']),
    accessKey: read.text('ISO_S3_ACCESS_KEY'),
    secretKey: read.secret('ISO_S3_SECRET_KEY'),
    region: read.text('ISO_S3_REGION', 'us-east-1'),
    bucketPrefix: read.text('ISO_S3_BUCKET_PREFIX', 'iso'),
  };
}

function queue(read: EnvironmentReader, databaseUrl: string): QueueSettings {
  const backend = read.oneOf('ISO_QUEUE', ['postgres', 'redis'], 'postgres');
  if (backend === 'redis') {
    return {
      backend,
      url: read.url('ISO_REDIS_URL', ['redis:', 'rediss:']),
      prefix: read.text('ISO_QUEUE_PREFIX', 'iso'),
    };
  }
  return { backend, url: databaseUrl, schema: read.text('ISO_QUEUE_SCHEMA', 'bullmq') };
}

function queueTimes(read: EnvironmentReader): QueueTimes {
  return {
    lockMs: read.integer('ISO_QUEUE_LOCK_SECONDS', 15, [1, 600]) * 1000,
    requeueAfterSeconds: read.integer('ISO_QUEUE_REQUEUE_SECONDS', 60, [2, 3600]),
    stuckAfterMs: read.integer('ISO_QUEUE_STUCK_SECONDS', 30, [2, 600]) * 1000,
  };
}

function hosts(list: string | null): string[] {
  return (list ?? '')
    .split(',')
    .map((host) => host.trim().toLowerCase())
    .filter((host) => host !== '');
}

/** @throws SettingsInvalid naming all faults. */
export function apiSettings(environment: Environment = process.env): ApiSettings {
  const read = new EnvironmentReader(environment);
  const port = read.integer('ISO_API_PORT', 3000, [0, 65_535]);
  const settings: ApiSettings = {
    host: read.text('ISO_HOST', '127.0.0.1'),
    port,
    publicUrl: read.publicUrl('ISO_PUBLIC_URL', `http://127.0.0.1:${String(port)}`),
    portalUrl: read.publicUrl('ISO_PORTAL_URL', 'http://127.0.0.1:3001'),
    webFolder: read.optional('ISO_WEB_FOLDER'),
    workFolder: read.text('ISO_WORK_FOLDER'),
    trustProxy: read.oneOf('ISO_TRUST_PROXY', ['yes', 'no'], 'no') === 'yes',
    logLevel: read.oneOf('ISO_LOG_LEVEL', LOG_LEVELS, 'info'),
    database: database(read, 'ISO_DB_APP_URL', 20),
    storage: storage(read),
    signInPerMinute: read.integer('ISO_SIGN_IN_PER_MINUTE', 30, [1, 100_000]),
    secretKeys: read.keys('ISO_SECRET_KEYS'),
  };
  read.done();
  return settings;
}

/** @throws SettingsInvalid naming all faults. */
export function workerSettings(environment: Environment = process.env): WorkerSettings {
  const read = new EnvironmentReader(environment);
  const base = database(read, 'ISO_DB_WORKER_URL', 10);
  const settings: WorkerSettings = {
    host: read.text('ISO_HOST', '127.0.0.1'),
    port: read.integer('ISO_WORKER_PORT', 3002, [0, 65_535]),
    publicUrl: read.publicUrl('ISO_PUBLIC_URL', 'http://127.0.0.1:3000'),
    portalUrl: read.publicUrl('ISO_PORTAL_URL', 'http://127.0.0.1:3001'),
    workFolder: read.text('ISO_WORK_FOLDER'),
    logLevel: read.oneOf('ISO_LOG_LEVEL', LOG_LEVELS, 'info'),
    database: base,
    storage: storage(read),
    queue: queue(read, base.url),
    queueTimes: queueTimes(read),
    mail: {
      smtpUrl: read.url('ISO_SMTP_URL', ['smtp:', 'smtps:'], 'smtp://127.0.0.1:1025'),
      from: read.text('ISO_MAIL_FROM', 'ISO điện tử <iso@localhost>'),
    },
    trustedRootsFolder: read.optional('ISO_TRUSTED_ROOTS_FOLDER'),
    sweepSeconds: read.integer('ISO_SWEEP_SECONDS', 5, [1, 3600]),
    outgoingHosts: hosts(read.optional('ISO_OUTGOING_HOSTS')),
    watchFolder: read.optional('ISO_WATCH_FOLDER'),
    exportDays: read.integer('ISO_EXPORT_DAYS', 7, [1, 365]),
  };
  read.done();
  return settings;
}

/** @throws SettingsInvalid naming all faults. */
export function portalSettings(environment: Environment = process.env): PortalSettings {
  const read = new EnvironmentReader(environment);
  const port = read.integer('ISO_PORTAL_PORT', 3001, [0, 65_535]);
  const settings: PortalSettings = {
    host: read.text('ISO_HOST', '127.0.0.1'),
    port,
    portalUrl: read.publicUrl('ISO_PORTAL_URL', `http://127.0.0.1:${String(port)}`),
    workFolder: read.text('ISO_WORK_FOLDER'),
    logLevel: read.oneOf('ISO_LOG_LEVEL', LOG_LEVELS, 'info'),
    database: database(read, 'ISO_DB_PORTAL_URL', 10),
    storage: storage(read),
    trustProxy: read.oneOf('ISO_TRUST_PROXY', ['yes', 'no'], 'no') === 'yes',
    requestsPerMinute: read.integer('ISO_PORTAL_REQUESTS_PER_MINUTE', 600, [1, 10_000_000]),
  };
  read.done();
  return settings;
}

/** Where the command line finds the files. @throws SettingsInvalid naming all faults. */
export function cliStorageSettings(environment: Environment = process.env): {
  storage: StorageSettings;
  workFolder: string;
} {
  const read = new EnvironmentReader(environment);
  const workFolder = read.text('ISO_WORK_FOLDER', join(tmpdir(), 'iso-dien-tu'));
  const settings = { storage: storage(read), workFolder };
  read.done();
  return settings;
}

/** What the command line may need; each command says itself what it misses. */
export function cliSettings(environment: Environment = process.env): CliSettings {
  const read = new EnvironmentReader(environment);
  return {
    superuserUrl: read.optional('ISO_DB_SUPERUSER_URL'),
    ownerUrl: read.optional('ISO_DB_OWNER_URL'),
    appUrl: read.optional('ISO_DB_APP_URL'),
    workerUrl: read.optional('ISO_DB_WORKER_URL'),
    portalUrl: read.optional('ISO_DB_PORTAL_URL'),
    backupUrl: read.optional('ISO_DB_BACKUP_URL'),
    queueSchema: read.text('ISO_QUEUE_SCHEMA', 'bullmq'),
    watchFolder: read.optional('ISO_WATCH_FOLDER'),
  };
}
