import type { TestServers } from '../../scripts/lib/test-servers.mts';

/** The servers of this run, started by the global setup of the medium, journey, fault and browser suites. */
export function testServers(): TestServers {
  const text = process.env['ISO_TEST_SERVERS'];
  if (text === undefined)
    throw new Error('No test servers: this suite has no global setup (jest.config.cjs).');
  return JSON.parse(text) as TestServers;
}

/** A number that no other Jest worker of this run has. */
export function workerNumber(): string {
  return process.env['JEST_WORKER_ID'] ?? '1';
}
