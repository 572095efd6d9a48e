import { type PermissionTable, ROLES } from '@app/kernel';

export const ORGANIZATION_PERMISSIONS = {
  /** Agencies, the units of one's own agency, lists of units as they were. */
  'organization.read': ROLES,
  /** Enter a list of units "tại thời điểm" and point its entries at present agencies (OF-16). */
  'organization.import': ['secretary', 'office-lead', 'agency-admin', 'province-admin', 'installation-admin'],
  /** Record a merger, split or renaming (OF-11). */
  'organization.succeed': ['province-admin', 'installation-admin'],
  /** Enter holidays and swapped working days: for all, or for the province. */
  'organization.set-calendar': ['province-admin', 'legal-steward', 'installation-admin'],
} as const satisfies PermissionTable;
