import { type PermissionTable, ROLES } from '@app/kernel';

export const LEGAL_REGISTER_PERMISSIONS = {
  'legal-register.read': ROLES,
  /** Enter a text for one's own agency; whether it counts for others is another question. */
  'legal-register.record': ['secretary', 'office-lead', 'province-admin', 'legal-steward'],
  /** Bring a text before the people who record: nothing counts before one of them has recorded it. */
  'legal-register.propose': ['secretary', 'office-lead', 'province-admin', 'legal-steward'],
  /** Feeds and folders: a commune's for itself, the province's for all in its audience. */
  'legal-register.manage-sources': ['secretary', 'province-admin', 'legal-steward'],
} as const satisfies PermissionTable;
