import { type PermissionTable, ROLES } from '@app/kernel';

export const NOTIFICATIONS_PERMISSIONS = {
  /** One's own notices, nobody else's. */
  'notifications.read-own': ROLES,
} as const satisfies PermissionTable;
