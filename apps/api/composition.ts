import { type PermissionTable } from '@app/kernel';
import { IDENTITY_PERMISSIONS, IDENTITY_PROBLEMS } from '@app/identity';
import { NOTIFICATIONS_PERMISSIONS } from '@app/notifications';
import { WORK_PERMISSIONS } from '@app/work';

/** Problem texts of all slices. */
export const PROBLEMS = [IDENTITY_PROBLEMS];

/** Permissions of all slices and the roles that hold them. */
export const PERMISSION_TABLE: PermissionTable = {
  ...IDENTITY_PERMISSIONS,
  ...NOTIFICATIONS_PERMISSIONS,
  ...WORK_PERMISSIONS,
};

/** Constraint of the database → code of the refusal that it stands for. */
export const CONSTRAINTS: Readonly<Record<string, string>> = {};
