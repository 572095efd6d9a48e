import { type PersonId } from '@app/kernel';

import { type RouteStep, type StagedPeople } from './route-steps';

/** What a rule needs to know of the person who acts. */
export interface Officer {
  personId: PersonId | null;
  name?: string;
  isSecretary: boolean;
  /** For whom this person may act today, and at which stations (G12). */
  standsInFor?: readonly Mandate[];
}

export interface Mandate {
  personId: string;
  /** None named: all stations. */
  covers: readonly string[];
}

export interface SignatureFields {
  signerId: string;
  contentHash: string;
  /** Digest of the metadata that the signer has read, when they say it. */
  metadataHash?: string | null;
  signedAt: Date;
}

/** A way that is about to begin. */
export interface Submission {
  stages: readonly StagedPeople[];
  at: Date;
  metadataHash: string;
}

/** Who acts at another's station, or null when it is the actor's own. */
export function takerOf(officer: Officer, step: RouteStep): { personId: string; name: string } | null {
  if (officer.personId === null || officer.personId === step.assigneeId) return null;
  return { personId: officer.personId, name: officer.name ?? '' };
}
