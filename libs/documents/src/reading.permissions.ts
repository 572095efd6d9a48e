import { AGENCY_OFFICERS, type PermissionTable, ROLES } from '@app/kernel';

export const READING_PERMISSIONS = {
  /** Who receives a version and who has read it, by name. */
  'documents.read-distribution': AGENCY_OFFICERS,
  'documents.distribute': ['secretary'],
  'documents.acknowledge': ROLES,
  'documents.keep-paper-copies': ['secretary', 'clerk'],
  'documents.read-access-log': ['secretary', 'head', 'auditor', 'agency-admin'],
  'documents.classify': ['secretary'],
} as const satisfies PermissionTable;
