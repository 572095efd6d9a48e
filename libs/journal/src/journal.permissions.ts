import { AGENCY_OFFICERS, type PermissionTable } from '@app/kernel';

export const JOURNAL_PERMISSIONS = {
  'journal.read': [...AGENCY_OFFICERS, 'province-admin', 'legal-steward'],
} as const satisfies PermissionTable;
