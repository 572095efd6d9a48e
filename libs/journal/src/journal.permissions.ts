import { type PermissionTable } from '@app/kernel';

export const JOURNAL_PERMISSIONS = {
  'journal.read': [
    'author',
    'secretary',
    'unit-focal',
    'reviewer',
    'approver',
    'head',
    'clerk',
    'office-lead',
    'auditor',
    'agency-admin',
    'province-admin',
    'legal-steward',
  ],
} as const satisfies PermissionTable;
