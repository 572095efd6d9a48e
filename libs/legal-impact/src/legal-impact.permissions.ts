import { type PermissionTable, ROLES } from '@app/kernel';

export const LEGAL_IMPACT_PERMISSIONS = {
  'legal-impact.read': ROLES,
  /** Confirm a change; for a province or for all, the person must be entitled for the field too. */
  'legal-impact.confirm': ['secretary', 'head', 'office-lead', 'province-admin', 'legal-steward'],
  /** Give documents of the own agency more time. */
  'legal-impact.extend': ['secretary', 'head', 'office-lead'],
  /** Conclude whether a document must be revised. */
  'legal-impact.assess': ['author', 'unit-focal', 'reviewer', 'approver', 'secretary', 'office-lead', 'head'],
} as const satisfies PermissionTable;
