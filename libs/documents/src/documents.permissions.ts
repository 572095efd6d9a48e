import { type PermissionTable, ROLES } from '@app/kernel';

export const DOCUMENTS_PERMISSIONS = {
  'documents.read': ROLES,
  'documents.read-drafts': [
    'author',
    'secretary',
    'unit-focal',
    'reviewer',
    'approver',
    'head',
    'clerk',
    'office-lead',
    'agency-admin',
  ],
  'documents.draft': ['author', 'secretary', 'unit-focal'],
  'documents.submit': ['author', 'secretary', 'unit-focal'],
  'documents.review': ['reviewer', 'approver', 'head'],
  'documents.approve': ['approver', 'head'],
  'documents.return': ['reviewer', 'approver', 'head'],
  'documents.copy': ROLES,
  'documents.read-decisions': [
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
  ],
  'documents.draft-decision': ['secretary'],
  /** Văn thư: enters number and date, has no right over content. */
  'documents.register-decision': ['clerk'],
} as const satisfies PermissionTable;
