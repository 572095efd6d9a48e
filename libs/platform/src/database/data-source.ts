import { DataSource } from 'typeorm';
import { types } from 'pg';

import { type DatabaseSettings } from '../config';

const { DATE, INT8 } = types.builtins;

/** `date` stays text: the driver's default makes a local midnight of it and shifts the day. Counts are numbers. */
export function useOurTypes(): void {
  types.setTypeParser(DATE, (text) => text);
  types.setTypeParser(INT8, Number);
}

/** A pool for one role. The schema is never synchronised from code; migrations alone change it. */
export function createDataSource(settings: DatabaseSettings, applicationName: string): DataSource {
  useOurTypes();
  return new DataSource({
    type: 'postgres',
    url: settings.url,
    synchronize: false,
    logging: false,
    applicationName,
    poolSize: settings.poolSize,
    extra: {
      statement_timeout: settings.statementTimeoutMs,
      lock_timeout: 2000,
      idle_in_transaction_session_timeout: 10_000,
      connectionTimeoutMillis: 3000,
      keepAlive: true,
      options: '-c TimeZone=UTC',
    },
  });
}
