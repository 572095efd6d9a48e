import { apiSettings, SettingsInvalid } from '@app/platform/config';

import { createApi } from './create-api';

async function main(): Promise<void> {
  const settings = apiSettings();
  const app = await createApi(settings, ['error', 'warn', 'log'] as never);
  await app.listen(settings.port, settings.host);
}

main().catch((error: unknown) => {
  const text =
    error instanceof SettingsInvalid ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
