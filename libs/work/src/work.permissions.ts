import { type PermissionTable, ROLES } from '@app/kernel';

export const WORK_PERMISSIONS = {
  /** One's own list, nobody else's. */
  'work.read-own': ROLES,
} as const satisfies PermissionTable;
