import { bootstrap, migrate } from '@app/platform/database';
import { type CliSettings } from '@app/platform/config';

import { MIGRATIONS } from '../../../migrations';

/** Creates roles and database. Passwords are those of the URLs that the processes will use. */
export async function bootstrapCommand(settings: CliSettings): Promise<void> {
  const owner = new URL(required(settings.ownerUrl, 'ISO_DB_OWNER_URL'));
  await bootstrap(required(settings.superuserUrl, 'ISO_DB_SUPERUSER_URL'), owner.pathname.slice(1), {
    owner: passwordOf(owner.href),
    app: passwordOf(required(settings.appUrl, 'ISO_DB_APP_URL')),
    worker: passwordOf(required(settings.workerUrl, 'ISO_DB_WORKER_URL')),
    portal: passwordOf(required(settings.portalUrl, 'ISO_DB_PORTAL_URL')),
    backup: passwordOf(required(settings.backupUrl, 'ISO_DB_BACKUP_URL')),
  });
}

/** @returns names of the migrations that ran now */
export async function migrateCommand(settings: CliSettings): Promise<string[]> {
  return migrate(required(settings.ownerUrl, 'ISO_DB_OWNER_URL'), MIGRATIONS, settings.queueSchema);
}

function required(value: string | null, name: string): string {
  if (value === null) throw new Error(`${name} chưa được đặt`);
  return value;
}

function passwordOf(url: string): string {
  return decodeURIComponent(new URL(url).password);
}
