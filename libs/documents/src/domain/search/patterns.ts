import { type WordChoices } from './search-plan';

/** PostgreSQL patterns over folded text, for the few versions that are shown. */
export interface SearchPatterns {
  /** All words one after another. */
  readonly phrase: string;
  /** Each word on its own. */
  readonly words: readonly string[];
}

/** Words are letters and digits only, so nothing in them means anything to a pattern. */
export function patternsOf(choices: WordChoices): SearchPatterns {
  const words = choices.map(wordPattern);
  return { phrase: words.join('[^a-z0-9]*'), words };
}

/** As the index splits words: between letters and digits there is a border. */
function wordPattern(words: readonly string[]): string {
  const letters = words.filter((word) => /^[a-z]/.test(word));
  const digits = words.filter((word) => /^\d/.test(word));
  const parts = [
    ...(letters.length > 0 ? [`(?<![a-z])(?:${letters.join('|')})(?![a-z])`] : []),
    ...(digits.length > 0 ? [`(?<![0-9])0*(?:${digits.join('|')})(?![0-9])`] : []),
  ];
  return parts.length === 1 ? (parts[0] ?? '') : `(?:${parts.join('|')})`;
}
