import { type Role } from '@app/kernel';

export interface ResolvedAgency {
  id: string;
  name: string;
  shortName: string;
  kind: string;
  path: string;
  provinceName: string | null;
  roles: Role[];
  positionTitle: string;
  unitId: string | null;
  /** A lookup account is a counter's, not a person's: it only reads (OF-08). */
  account: 'person' | 'lookup';
  /** At the counter that a lookup account was made for. */
  isAtOwnMachine: boolean;
  /** Agencies in the custody of this one, whose records it may read. */
  custody: string[];
}

/** Who stands behind a session token, as the database tells it in one statement. */
export interface ResolvedSession {
  sessionId: string;
  actingFor: string | null;
  idleSeconds: number;
  /** The shared machine that the session runs on. */
  machine: { id: string; name: string; agencyId: string; lockSeconds: number } | null;
  person: { id: string; fullName: string; email: string };
  agencies: ResolvedAgency[];
}
