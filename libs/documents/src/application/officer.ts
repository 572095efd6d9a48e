import { type Actor } from '@app/kernel';

import { type Mandate, type Officer } from '../domain/way';

/** What the rules of a version need to know of the person who acts, and for whom they may act today. */
export function officerOf(actor: Actor, standsInFor: readonly Mandate[] = []): Officer {
  return {
    personId: actor.personId,
    name: actor.personName,
    isSecretary: actor.roles.includes('secretary'),
    standsInFor,
  };
}
