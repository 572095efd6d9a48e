import { type PermissionTable, ROLES } from '@app/kernel';

export const WORK_PERMISSIONS = {
  /** One's own list, nobody else's. */
  'work.read-own': ROLES,
  /** What is late in the agency, whoever has it, and the công văn đôn đốc made of it (OF-10). */
  'work.read-overdue': ['secretary', 'head', 'office-lead'],
  'work.urge': ['secretary', 'head', 'office-lead'],
} as const satisfies PermissionTable;
