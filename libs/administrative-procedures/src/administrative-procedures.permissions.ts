import { type PermissionTable, ROLES } from '@app/kernel';

export const ADMINISTRATIVE_PROCEDURES_PERMISSIONS = {
  'administrative-procedures.read': ROLES,
  /** Enter a TTHC, a quyết định công bố, a quy trình nội bộ for one's own agency; for a province one must be entitled too. */
  'administrative-procedures.record': ['secretary', 'office-lead', 'province-admin', 'legal-steward'],
  /** Say which TTHC the own agency carries out, against the rule. */
  'administrative-procedures.set-duties': ['secretary', 'office-lead', 'head', 'agency-admin'],
} as const satisfies PermissionTable;
