import { STORAGE_AREAS } from '@app/platform/storage';
import { Client } from 'minio';

import { testServers } from './servers';

/** What stands before the area in the names of a database's buckets. A bucket name has no underscore. */
export function bucketPrefixOf(database: string): string {
  return database.replaceAll('_', '-');
}

/** Makes the buckets of a database in the server profile: an operator's work, which the product does not do by itself. */
export async function makeBuckets(database: string): Promise<void> {
  const { s3 } = testServers();
  if (s3 === null) return;
  const { hostname, port } = new URL(s3.endpoint);
  const client = new Client({
    endPoint: hostname,
    port: Number(port),
    useSSL: false,
    accessKey: s3.accessKey,
    secretKey: s3.secretKey,
    region: 'us-east-1',
  });
  for (const area of STORAGE_AREAS) {
    const name = `${bucketPrefixOf(database)}-${area}`;
    if (!(await client.bucketExists(name))) await client.makeBucket(name);
  }
}
