import { type PermissionTable } from '@app/kernel';

export const DESK_PERMISSIONS = {
  /** Two accounts on one machine within ten minutes (OF-08). */
  'documents.read-signing-pairs': ['head', 'agency-admin', 'auditor'],
  'documents.note-signing-pairs': ['head'],
} as const satisfies PermissionTable;
