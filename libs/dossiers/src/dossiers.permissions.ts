import { type PermissionTable } from '@app/kernel';

export const DOSSIERS_PERMISSIONS = {
  /** Copy everything of the agency out of the system (DI-20, RI-02). */
  'dossiers.export': ['head', 'agency-admin'],
  /** When the last backup and the last restore drill were, and what they found. */
  'dossiers.read-backups': ['installation-admin'],
} as const satisfies PermissionTable;
