import { type Actor, type AgencyId, type PermissionTable, type PersonId, type Role } from '@app/kernel';

import { type ResolvedAgency, type ResolvedSession } from './session';

/** Roles whose screens must lock sooner (TCVN 14423:2026: fifteen minutes). */
const APPROVING: readonly Role[] = [
  'reviewer',
  'approver',
  'head',
  'agency-admin',
  'province-admin',
  'installation-admin',
];

/** Idle time after which a session is over, in seconds: short at a shared machine, none for a counter's own account. */
export function idleLimit(
  { roles, isAtOwnMachine }: Pick<ResolvedAgency, 'roles' | 'isAtOwnMachine'>,
  machine: ResolvedSession['machine'] = null,
): number {
  if (isAtOwnMachine) return Number.POSITIVE_INFINITY;
  const usual = roles.some((role) => APPROVING.includes(role)) ? 15 * 60 : 60 * 60;
  return Math.min(usual, machine?.lockSeconds ?? usual);
}

/** All that a lookup account may do, of what any reader may (OF-08). */
export const LOOKUP_PERMISSIONS: ReadonlySet<string> = new Set([
  'documents.read',
  'legal-register.read',
  'organization.read',
]);

export function permissionsOf(
  table: PermissionTable,
  { roles, account }: Pick<ResolvedAgency, 'roles' | 'account'>,
): ReadonlySet<string> {
  return new Set(
    Object.entries(table)
      .filter(([, holders]) => holders.some((holder) => roles.includes(holder)))
      .filter(([permission]) => account === 'person' || LOOKUP_PERMISSIONS.has(permission))
      .map(([permission]) => permission),
  );
}

/** The agency that the session works for: the chosen one while the person still belongs to it, else the first. */
export function actingAgency({ agencies, actingFor }: ResolvedSession): ResolvedAgency | null {
  return agencies.find(({ id }) => id === actingFor) ?? agencies[0] ?? null;
}

export function actorFor(
  { person, sessionId }: ResolvedSession,
  agency: ResolvedAgency,
  { table, correlationId }: { table: PermissionTable; correlationId: string },
): Actor {
  return {
    kind: 'person',
    agencyId: agency.id as AgencyId,
    agencyPath: agency.path,
    readable: [agency.id, ...agency.custody] as AgencyId[],
    personId: person.id as PersonId,
    personName: person.fullName,
    positionTitle: agency.positionTitle,
    unitId: agency.unitId,
    roles: agency.roles,
    permissions: permissionsOf(table, agency),
    correlationId,
    sessionId,
  };
}
