import { type PermissionTable, ROLES } from '@app/kernel';

export const IDENTITY_PERMISSIONS = {
  /** Names and positions of colleagues, to choose a drafter, reviewer, approver. */
  'identity.read-people': ROLES,
} as const satisfies PermissionTable;
