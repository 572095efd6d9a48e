import { type WorkerSettings } from '@app/platform/config';
import { MessageWorker, ProbeServer, SweepHost } from '@app/platform/queue';
import { type INestApplicationContext, type LoggerService } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';

import { WorkerModule } from './worker.module';

export interface RunningWorker {
  app: INestApplicationContext;
  /** Port of health and metrics. */
  port: number;
}

/** Builds the worker and starts consuming. @throws SubscriptionsDiffer, QueueUnfit */
export async function startWorker(
  settings: WorkerSettings,
  logger: LoggerService | false,
): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(settings), {
    logger,
    abortOnError: false,
  });
  try {
    await app.get(MessageWorker).start();
    app.get(SweepHost).start(settings.sweepSeconds);
    const port = await app.get(ProbeServer).listen(settings.port, settings.host);
    return { app, port };
  } catch (error) {
    await app.close();
    throw error;
  }
}
