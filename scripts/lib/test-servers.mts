import { chmodSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startRgw } from './ceph-rgw.mts';
import { freePort, type Guard, openGuard } from './processes.mts';
import { startRedis } from './redis.mts';
import { startTestCluster } from './template-cluster.mts';

/** What a test run may use; handed to Jest's workers as JSON in ISO_TEST_SERVERS. */
export interface TestServers {
  profile: 'embedded' | 'server';
  /** Removed after the run, whatever happens. */
  folder: string;
  postgresPort: number;
  redisUrl: string | null;
  s3: { endpoint: string; accessKey: string; secretKey: string } | null;
}

function profileOf(text: string): TestServers['profile'] {
  if (text === 'embedded' || text === 'server') return text;
  throw new Error(`ISO_TEST_PROFILE is "${text}"; it is "embedded" or "server".`);
}

/** Starts the servers of one run. They end with `release()`, or by themselves when this process dies. */
export async function startTestServers(
  profileName: string,
): Promise<{ servers: TestServers; release: () => Promise<void> }> {
  const profile = profileOf(profileName);
  const folder = mkdtempSync(join(tmpdir(), 'iso-test-'));
  chmodSync(folder, 0o755); // the account of PostgreSQL walks through it
  const guard = openGuard();
  guard.removesFolder(folder);
  try {
    const [postgres, others] = await Promise.all([
      startTestCluster(folder).then((started) => {
        guard.endsProcess(started.process.pid);
        return started;
      }),
      profile === 'server' ? startServerProfile(folder, guard) : { redisUrl: null, s3: null },
    ]);
    return { servers: { profile, folder, postgresPort: postgres.port, ...others }, release: guard.release };
  } catch (error) {
    await guard.release();
    throw error;
  }
}

async function startServerProfile(
  folder: string,
  guard: Guard,
): Promise<Pick<TestServers, 'redisUrl' | 's3'>> {
  const redis = await startRedis(join(folder, 'redis'), await freePort());
  guard.endsProcess(redis.pid);
  const ports = { port: await freePort(), monPort: await freePort() };
  const { endpoint, accessKey, secretKey } = await startRgw(join(folder, 's3'), ports, guard.endsProcess);
  return { redisUrl: redis.url, s3: { endpoint, accessKey, secretKey } };
}
