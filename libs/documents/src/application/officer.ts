import { type Actor } from '@app/kernel';

import { type Officer } from '../domain/document-version';

/** What the rules of a version need to know of the person who acts. */
export function officerOf(actor: Actor): Officer {
  return { personId: actor.personId, isSecretary: actor.roles.includes('secretary') };
}
