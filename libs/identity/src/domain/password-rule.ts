/** RI-13: long enough and not to be guessed from what everybody knows of the person. */
const LEAST = 10;
/** From here on length alone is enough: a sentence is easier to keep in mind. */
const SENTENCE = 20;
const KINDS = [/\p{Ll}/u, /\p{Lu}/u, /\p{N}/u, /[^\p{L}\p{N}]/u];
const GUESSED = ['matkhau', 'password', '12345678', 'qwerty', 'abcd1234', 'iso9001'];
/** After this many days a password is old: people are told, nobody is shut out. */
export const OLD_AFTER_DAYS = 180;

export type PasswordFault = 'short' | 'plain' | 'guessable';

/** What is wrong with a new password, or null. */
export function faultOf(password: string, about: readonly string[]): PasswordFault | null {
  const letters = [...password.normalize('NFC')];
  if (letters.length < LEAST) return 'short';
  if (letters.length < SENTENCE && KINDS.filter((kind) => kind.test(password)).length < 3) return 'plain';
  const folded = password.toLowerCase();
  const known = [...GUESSED, ...about.map((word) => word.toLowerCase()).filter(({ length }) => length >= 4)];
  return known.some((word) => folded.includes(word)) ? 'guessable' : null;
}
