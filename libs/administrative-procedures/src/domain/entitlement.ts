import { foldVietnamese, type Role } from '@app/kernel';

/** Who writes into the register: roles of the acting agency, and fields of law they are entitled for (`*` = all). */
export interface Keeper {
  agencyKind: string;
  roles: readonly Role[];
  entitledFields: readonly string[];
}

const BEYOND_OWN_DESK: readonly Role[] = ['province-admin', 'legal-steward'];
/** The field of Văn phòng UBND tỉnh: every TTHC, whatever its lĩnh vực. */
export const TTHC_FIELD = 'tthc';

/** What a province or the installation enters counts for many: there a role alone is not enough. */
export function mayKeep({ agencyKind, roles, entitledFields }: Keeper, fields: readonly string[]): boolean {
  if (agencyKind !== 'province' && agencyKind !== 'installation') return true;
  const entitled = new Set(entitledFields.map((field) => foldVietnamese(field)));
  const forAll = entitled.has('*') || entitled.has(TTHC_FIELD);
  const forFields = fields.length > 0 && fields.every((field) => entitled.has(foldVietnamese(field)));
  return BEYOND_OWN_DESK.some((role) => roles.includes(role)) && (forAll || forFields);
}
