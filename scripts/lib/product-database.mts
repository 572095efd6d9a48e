import { randomBytes } from 'node:crypto';
import { postgresUrl } from './postgres.mts';

/** The roles that a process connects as, each with the variable that hands its address over. */
export const DATABASE_ROLES = {
  iso_owner: 'ISO_DB_OWNER_URL',
  iso_app: 'ISO_DB_APP_URL',
  iso_worker: 'ISO_DB_WORKER_URL',
  iso_portal: 'ISO_DB_PORTAL_URL',
  iso_backup: 'ISO_DB_BACKUP_URL',
} as const;

export type DatabaseRole = keyof typeof DATABASE_ROLES;

export type RolePasswords = Record<DatabaseRole, string>;

export function newSecret(): string {
  return randomBytes(24).toString('base64url');
}

/** A key that seals secrets at rest, under its name. */
export function newSecretKey(): string {
  return `k1:${randomBytes(32).toString('base64')}`;
}

/** Variables with one address per role, as the product's configuration reads them. */
export function databaseEnvironment(
  passwords: RolePasswords,
  { port, database, superuserUrl }: { port: number; database: string; superuserUrl: string },
): Record<string, string> {
  const roles = Object.entries(DATABASE_ROLES) as [DatabaseRole, string][];
  const addresses = roles.map(([user, name]) => [
    name,
    postgresUrl({ user, password: passwords[user], port, database }),
  ]);
  return { ...(Object.fromEntries(addresses) as Record<string, string>), ISO_DB_SUPERUSER_URL: superuserUrl };
}
