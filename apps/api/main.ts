import { apiSettings, SettingsInvalid } from '@app/platform/config';
import { StructuredLogger } from '@app/platform/logging';

import { createApi } from './create-api';

async function main(): Promise<void> {
  const settings = apiSettings();
  const app = await createApi(settings, new StructuredLogger('api', settings.logLevel));
  await app.listen(settings.port, settings.host);
}

main().catch((error: unknown) => {
  const text =
    error instanceof SettingsInvalid ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
