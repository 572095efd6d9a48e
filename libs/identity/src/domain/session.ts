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
  /** Agencies in the custody of this one, whose records it may read. */
  custody: string[];
}

/** Who stands behind a session token, as the database tells it in one statement. */
export interface ResolvedSession {
  sessionId: string;
  actingFor: string | null;
  idleSeconds: number;
  person: { id: string; fullName: string; email: string };
  agencies: ResolvedAgency[];
}
