import { type PermissionTable } from '@app/kernel';

/** Approval by a PDF signed outside and on paper (OF-03). */
export const APPROVALS_PERMISSIONS = {
  /** Brings a signed PDF or the scan of a signed paper; what it proves is the file's own matter. */
  'documents.bring-approval': ['approver', 'head', 'clerk', 'secretary'],
  'documents.record-approval': ['approver', 'head', 'clerk'],
  /** Đối chiếu bản gốc: never the one who uploaded the scan. */
  'documents.confirm-paper': ['clerk', 'secretary', 'office-lead'],
} as const satisfies PermissionTable;
