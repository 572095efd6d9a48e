import { startTestServers } from '../../scripts/lib/test-servers.mts';

/** Once per run: one PostgreSQL; with ISO_TEST_PROFILE=server also Redis and Ceph RGW. Workers inherit the addresses. */
export default async function globalSetup() {
  const { servers, release } = await startTestServers(process.env.ISO_TEST_PROFILE ?? 'embedded');
  process.env.ISO_TEST_SERVERS = JSON.stringify(servers);
  globalThis.releaseTestServers = release;
}
