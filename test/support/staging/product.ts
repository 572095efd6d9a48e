import { type AddressInfo } from 'node:net';

import { apiSettings, workerSettings } from '@app/platform/config';
import { RouteAccessCheck, type RouteLine } from '@app/platform/http';
import { FileStore } from '@app/platform/storage';
import { type NestFastifyApplication } from '@nestjs/platform-fastify';
import { type OpenAPIObject } from '@nestjs/swagger';

import { createApi } from '../../../apps/api/create-api';
import { openApiOf } from '../../../apps/api/open-api';
import { type RunningWorker, startWorker } from '../../../apps/worker/create-worker';
import { type TestDatabase } from '../database';
import { productEnvironment } from '../environment';

/** The origin that a browser would send: the address that settings call public. */
export const ORIGIN = 'http://127.0.0.1:4800';

/** An api of this process on a free port. */
export interface RunningApi {
  app: NestFastifyApplication;
  /** Address of `/api/v1`. */
  base: string;
  files: FileStore;
  routes: () => RouteLine[];
  contract: () => OpenAPIObject;
  close: () => Promise<void>;
}

/** Settings of an api and a worker that share one database and one file folder. */
export function sharedEnvironment(
  database: TestDatabase,
  overrides: Record<string, string> = {},
): Record<string, string> {
  return productEnvironment(database, {
    ISO_PUBLIC_URL: ORIGIN,
    ISO_SIGN_IN_PER_MINUTE: '100000',
    ISO_SWEEP_SECONDS: '1',
    ...overrides,
  });
}

/** Starts the whole api in this process; what it keeps open ends with `close`. */
export async function startApi(environment: Record<string, string>): Promise<RunningApi> {
  const app = await createApi(apiSettings(environment), false);
  const files = app.get(FileStore);
  await app.listen(0, '127.0.0.1');
  const { port } = app.getHttpServer().address() as AddressInfo;
  return {
    app,
    base: `http://127.0.0.1:${String(port)}/api/v1`,
    files,
    routes: () => app.get(RouteAccessCheck, { strict: false }).routes(),
    contract: () => openApiOf(app),
    close: () => app.close(),
  };
}

/** Starts the whole worker in this process; `worker.app.close()` ends it. */
export function startWorkerInProcess(environment: Record<string, string>): Promise<RunningWorker> {
  return startWorker(workerSettings(environment), false);
}
