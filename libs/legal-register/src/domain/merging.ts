import { type LegalTextState } from './legal-text';
import { NotMergeable } from './refusals';

interface Party {
  id: string;
  audience: string;
  state: LegalTextState;
}

/**
 * The record that stays must be seen by everybody who saw the other, and vouched for as much; a text that does something
 * to another is not the same text. @throws NotMergeable
 */
export function assertMergeable(duplicate: Party, into: Party, areRelated: boolean): void {
  const isSeen = `${duplicate.audience}.`.startsWith(`${into.audience}.`);
  const isLive = into.state === 'confirmed' || (into.state === 'recorded' && duplicate.state === 'recorded');
  if (duplicate.id === into.id || !isSeen || !isLive || areRelated) throw new NotMergeable();
}
