import { type PermissionTable, ROLES } from '@app/kernel';

export const TTHC_PERMISSIONS = {
  /** How far the TTHC of the agency are covered, and which document implements which. */
  'documents.read-coverage': ROLES,
  'documents.link-procedures': ['secretary', 'unit-focal', 'office-lead'],
} as const satisfies PermissionTable;
