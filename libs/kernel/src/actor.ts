import { type AgencyId, type PersonId } from './ids';

/** Roles of design section 1; the access matrix uses exactly these. */
export const ROLES = [
  'reader',
  'author',
  'secretary',
  'unit-focal',
  'reviewer',
  'approver',
  'head',
  'clerk',
  'office-lead',
  'auditor',
  'agency-admin',
  'province-reader',
  'province-admin',
  'legal-steward',
  'installation-admin',
] as const;
export type Role = (typeof ROLES)[number];

/** Whoever has a part in the quality system of one agency: all of its roles but the plain reader's. */
export const AGENCY_OFFICERS = [
  'author',
  'secretary',
  'unit-focal',
  'reviewer',
  'approver',
  'head',
  'clerk',
  'office-lead',
  'auditor',
  'agency-admin',
] as const satisfies readonly Role[];

/** Which roles hold a permission; each slice declares its own, named `slice.action`. */
export type PermissionTable = Readonly<Record<string, readonly Role[]>>;

/** Who acts, for which agency, and what they may read. It is all that a transaction needs to know of a caller. */
export interface Actor {
  readonly kind: 'person' | 'system';
  /** Agency of origin of every row that this actor writes. */
  readonly agencyId: AgencyId;
  /** Place of the agency in the tree (ltree), matched against the audience of shared registers. */
  readonly agencyPath: string;
  /** Agencies whose rows may be read: the own one and those in its custody. */
  readonly readable: readonly AgencyId[];
  readonly personId: PersonId | null;
  readonly personName: string;
  /** Position held in this agency, copied into signatures. */
  readonly positionTitle: string | null;
  readonly unitId: string | null;
  readonly roles: readonly Role[];
  readonly permissions: ReadonlySet<string>;
  /** Joins the journal rows of one request or one message. */
  readonly correlationId: string;
  /** The session that a person acts in; none for tokens and the worker. */
  readonly sessionId?: string | null;
}

export const NO_PERMISSIONS: ReadonlySet<string> = new Set();

/** The worker acting for one agency because of one message or sweep; it holds no permission of a person. */
export function systemActor(agencyId: AgencyId, correlationId: string, agencyPath = ''): Actor {
  return {
    kind: 'system',
    agencyId,
    agencyPath,
    readable: [agencyId],
    personId: null,
    personName: 'Hệ thống',
    positionTitle: null,
    unitId: null,
    roles: [],
    permissions: NO_PERMISSIONS,
    correlationId,
  };
}
