import { runMigrations as runQueueMigrations } from 'bullmq';
import { Client } from 'pg';
import { DataSource, type MigrationInterface } from 'typeorm';

type Migration = new () => MigrationInterface;

/**
 * Brings a database up to the given migrations, as its owner, then the queue's own schema (it does not migrate itself).
 * @returns names of the migrations that ran now
 */
export async function migrate(
  ownerUrl: string,
  migrations: readonly Migration[],
  queueSchema: string,
): Promise<string[]> {
  const dataSource = await new DataSource({
    type: 'postgres',
    url: ownerUrl,
    migrations: [...migrations],
    migrationsTableName: 'migration',
    migrationsTransactionMode: 'each',
    synchronize: false,
    extra: { options: '-c lock_timeout=2000' },
  }).initialize();
  try {
    const done = await dataSource.runMigrations();
    await migrateQueue(ownerUrl, queueSchema);
    return done.map(({ name }) => name);
  } finally {
    await dataSource.destroy();
  }
}

async function migrateQueue(ownerUrl: string, schema: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    await runQueueMigrations(client, schema);
    await client.query(`grant usage on schema "${schema}" to iso_worker`);
    await client.query(
      `grant select, insert, update, delete on all tables in schema "${schema}" to iso_worker`,
    );
    await client.query(`grant usage, select, update on all sequences in schema "${schema}" to iso_worker`);
    await client.query(`grant execute on all functions in schema "${schema}" to iso_worker`);
  } finally {
    await client.end();
  }
}
