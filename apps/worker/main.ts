import { SettingsInvalid, workerSettings } from '@app/platform/config';
import { StructuredLogger } from '@app/platform/logging';
import { QueueUnfit, SubscriptionsDiffer } from '@app/platform/queue';

import { startWorker } from './create-worker';

const STOP_LIMIT_MS = 9500;

async function main(): Promise<void> {
  const settings = workerSettings();
  const logger = new StructuredLogger('worker', settings.logLevel);
  const { app, port } = await startWorker(settings, logger);
  logger.log({ port }, 'ready', 'Worker');
  let stopping = false;
  const stop = (signal: string): void => {
    if (stopping) return;
    stopping = true;
    logger.log({ signal }, 'stopping', 'Worker');
    setTimeout(() => process.exit(1), STOP_LIMIT_MS).unref();
    void app.close().finally(() => process.exit(0));
  };
  process.on('SIGTERM', stop);
  process.on('SIGINT', stop);
}

/** A fault that an operator can mend is told in its own words; anything else with its stack. */
function textOf(error: unknown): string {
  const readable =
    error instanceof SettingsInvalid || error instanceof QueueUnfit || error instanceof SubscriptionsDiffer;
  if (readable) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

main().catch((error: unknown) => {
  process.stderr.write(`${textOf(error)}\n`);
  process.exit(1);
});
