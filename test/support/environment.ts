import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { bucketPrefixOf } from './buckets';
import { type TestDatabase } from './database';
import { testServers, workerNumber } from './servers';

/**
 * What a process of the product needs in its environment to work on this test's database: queue on PostgreSQL and
 * files in a folder, or, with ISO_TEST_PROFILE=server, queue on Redis and files on Ceph RGW. Port 0 everywhere.
 */
export function productEnvironment(
  database: TestDatabase,
  overrides: Record<string, string> = {},
): Record<string, string> {
  const folder = mkdtempSync(join(testServers().folder, `spec-${workerNumber()}-`));
  return {
    ...database.environment,
    ...queueEnvironment(database),
    ...filesEnvironment(database, folder),
    ISO_WORK_FOLDER: join(folder, 'work'),
    ISO_SECRET_KEYS: `spec:${Buffer.alloc(32, 7).toString('base64')}`,
    ISO_API_PORT: '0',
    ISO_PORTAL_PORT: '0',
    ISO_WORKER_PORT: '0',
    ISO_LOG_LEVEL: 'silent',
    ...overrides,
  };
}

function queueEnvironment(database: TestDatabase): Record<string, string> {
  const { redisUrl } = testServers();
  if (redisUrl === null) return { ISO_QUEUE: 'postgres' };
  return { ISO_QUEUE: 'redis', ISO_REDIS_URL: redisUrl, ISO_QUEUE_PREFIX: database.name };
}

/** One prefix per database keeps the workers apart. */
function filesEnvironment(database: TestDatabase, folder: string): Record<string, string> {
  const { s3 } = testServers();
  if (s3 === null) return { ISO_FILES: 'folder', ISO_FILES_FOLDER: join(folder, 'files') };
  return {
    ISO_FILES: 's3',
    ISO_S3_ENDPOINT: s3.endpoint,
    ISO_S3_ACCESS_KEY: s3.accessKey,
    ISO_S3_SECRET_KEY: s3.secretKey,
    ISO_S3_BUCKET_PREFIX: bucketPrefixOf(database.name),
  };
}
