import { portalSettings, SettingsInvalid } from '@app/platform/config';
import { StructuredLogger } from '@app/platform/logging';

import { createPortal } from './create-portal';

async function main(): Promise<void> {
  const settings = portalSettings();
  const app = await createPortal(settings, new StructuredLogger('portal', settings.logLevel));
  await app.listen(settings.port, settings.host);
}

main().catch((error: unknown) => {
  const text =
    error instanceof SettingsInvalid ? error.message : String(error instanceof Error ? error.stack : error);
  process.stderr.write(`${text}\n`);
  process.exit(1);
});
