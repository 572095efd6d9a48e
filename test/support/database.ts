import { Client } from 'pg';
import { postgresUrl } from '../../scripts/lib/postgres.mts';
import { databaseEnvironment } from '../../scripts/lib/product-database.mts';
import {
  TEMPLATE_DATABASE,
  TEST_PASSWORDS,
  TEST_SUPERUSER_PASSWORD,
} from '../../scripts/lib/template-cluster.mts';
import { makeBuckets } from './buckets';
import { testServers, workerNumber } from './servers';

/** A migrated database with the address for each role. */
export interface TestDatabase {
  name: string;
  urls: { superuser: string; owner: string; app: string; worker: string; portal: string; backup: string };
  /** The same addresses as ISO_DB_… variables. */
  environment: Record<string, string>;
  drop: () => Promise<void>;
}

const DUPLICATE_DATABASE = '42P04';
const IN_USE = '55006';

async function asSuperuser<Result>(
  database: string,
  work: (client: Client) => Promise<Result>,
): Promise<Result> {
  const client = new Client({ connectionString: superuserUrl(database) });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

function superuserUrl(database: string): string {
  const { postgresPort: port } = testServers();
  return postgresUrl({ user: 'postgres', password: TEST_SUPERUSER_PASSWORD, port, database });
}

async function clone(name: string): Promise<void> {
  await asSuperuser('postgres', async (client) => {
    for (let attempt = 0; ; attempt += 1) {
      try {
        await client.query(
          `create database "${name}" template "${TEMPLATE_DATABASE}" owner iso_owner strategy file_copy`,
        );
        return;
      } catch (error) {
        const { code } = error as { code?: string };
        if (code === DUPLICATE_DATABASE) return;
        // Another worker is copying the template at this moment.
        if (code !== IN_USE || attempt > 100) throw error;
        await client.query('select pg_sleep(0.1)');
      }
    }
  });
}

function describe(name: string): TestDatabase {
  const place = { port: testServers().postgresPort, database: name, superuserUrl: superuserUrl(name) };
  const environment = databaseEnvironment(TEST_PASSWORDS, place);
  const at = (variable: string): string => environment[variable] ?? '';
  return {
    name,
    environment,
    urls: {
      superuser: at('ISO_DB_SUPERUSER_URL'),
      owner: at('ISO_DB_OWNER_URL'),
      app: at('ISO_DB_APP_URL'),
      worker: at('ISO_DB_WORKER_URL'),
      portal: at('ISO_DB_PORTAL_URL'),
      backup: at('ISO_DB_BACKUP_URL'),
    },
    drop: () =>
      asSuperuser('postgres', async (client) => {
        await client.query(`drop database if exists "${name}" with (force)`);
      }),
  };
}

/**
 * The database of this Jest worker, cloned from the migrated template on first use and shared by the spec files that
 * run in it: a spec makes its own agencies and never truncates.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const name = `iso_worker_${workerNumber()}`;
  await clone(name);
  await makeBuckets(name);
  return describe(name);
}

/** A database for one spec alone, for what touches the schema or counts everything. Drop it in `afterAll`. */
export async function ownDatabase(label: string): Promise<TestDatabase> {
  const name = `iso_own_${label}_${workerNumber()}_${String(Date.now())}`;
  await clone(name);
  await makeBuckets(name);
  return describe(name);
}
