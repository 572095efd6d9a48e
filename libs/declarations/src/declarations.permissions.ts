import { type PermissionTable, ROLES } from '@app/kernel';

export const DECLARATIONS_PERMISSIONS = {
  'declarations.read': ROLES,
  'declarations.prepare': ['secretary'],
  /** The head answers for what the agency says of itself. */
  'declarations.sign': ['head'],
  'declarations.register': ['clerk'],
  'declarations.withdraw': ['head'],
} as const satisfies PermissionTable;
