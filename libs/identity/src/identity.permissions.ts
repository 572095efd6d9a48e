import { AGENCY_OFFICERS, type PermissionTable, ROLES } from '@app/kernel';

export const IDENTITY_PERMISSIONS = {
  /** Names and positions of colleagues, to choose a drafter, reviewer, approver. */
  'identity.read-people': ROLES,
  /** Whether signers need a second factor (RI-13). */
  'identity.set-signing-policy': ['agency-admin'],
  'identity.read-delegations': AGENCY_OFFICERS,
  /** Enters and ends letters of delegation and absences (G12). */
  'identity.delegate': ['head', 'office-lead', 'agency-admin'],
  /** Accounts of the agency: open, change, close (RI-04). */
  'identity.manage-accounts': ['agency-admin'],
  /** Make the browser at hand a shared machine (OF-08). */
  'identity.place-machine': ['secretary', 'unit-focal', 'head', 'clerk', 'office-lead', 'agency-admin'],
  'identity.manage-machines': ['agency-admin'],
  /** Keys by which programs read the register and propose texts. */
  'identity.manage-tokens': ['agency-admin'],
} as const satisfies PermissionTable;
