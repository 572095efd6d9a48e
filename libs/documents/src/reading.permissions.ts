import { type PermissionTable, ROLES } from '@app/kernel';

const WITNESSES = [
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
] as const;

export const READING_PERMISSIONS = {
  /** Who receives a version and who has read it, by name. */
  'documents.read-distribution': WITNESSES,
  'documents.distribute': ['secretary'],
  'documents.acknowledge': ROLES,
  'documents.keep-paper-copies': ['secretary', 'clerk'],
  'documents.read-access-log': ['secretary', 'head', 'auditor', 'agency-admin'],
  'documents.classify': ['secretary'],
} as const satisfies PermissionTable;
