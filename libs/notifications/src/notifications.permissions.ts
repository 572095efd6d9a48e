import { AGENCY_OFFICERS, type PermissionTable, ROLES } from '@app/kernel';

const STEWARDS = ['province-admin', 'installation-admin'] as const;

export const NOTIFICATIONS_PERMISSIONS = {
  /** One's own notices, nobody else's. */
  'notifications.read-own': ROLES,
  /** Which reminders leave when, and who hears of what is late. */
  'notifications.read-rules': [...AGENCY_OFFICERS, 'province-reader', 'legal-steward', ...STEWARDS],
  'notifications.set-rules': ['secretary', 'agency-admin', ...STEWARDS],
  /** Which mails leave at once, at which hours digests may leave. */
  'notifications.set-policy': ['agency-admin', ...STEWARDS],
  /** Who was told of what is late. */
  'notifications.read-escalations': ['secretary', 'head', 'office-lead'],
} as const satisfies PermissionTable;
