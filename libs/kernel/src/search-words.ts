import { normaliseNfc } from './text';

/** A word of a text as it is searched, with the place where it stands in the text. */
export interface SearchWord {
  /** Folded: no accents, small letters, no leading zeros. */
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

const RUNS = /[a-z]{1,40}|[0-9]{1,40}/g;
const MARKS = /\p{Mn}/gu;

/**
 * Folded words of a text: runs of letters, and runs of digits without leading zeros. `QT-01`, `qt 1` and `QT01` have the
 * same words; so have `hoà` and `hòa`, `QĐ` and `QD`. The database splits by the same rule (documents.search_tokens).
 */
export function searchWords(text: string): SearchWord[] {
  const { folded, places } = foldWithPlaces(normaliseNfc(text));
  return [...folded.matchAll(RUNS)].map(({ 0: run, index }) => ({
    word: run.replace(/^0+(?=\d)/, ''),
    start: places[index] ?? 0,
    end: (places[index + run.length - 1] ?? 0) + 1,
  }));
}

/** Folds letter by letter, remembering from where each came. */
function foldWithPlaces(text: string): { folded: string; places: number[] } {
  const places: number[] = [];
  let folded = '';
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charAt(at).normalize('NFD').replace(MARKS, '').toLowerCase().replace(/[đð]/g, 'd');
    for (const sign of letter) {
      folded += sign;
      places.push(at);
    }
  }
  return { folded, places };
}

const LETTERS = [...'abcdefghijklmnopqrstuvwxyz'];

/** Every word at one slip of the keys: a letter too many, too few, another one, or two exchanged. */
export function slipsOf(word: string): string[] {
  const slips = new Set<string>();
  for (let at = 0; at <= word.length; at += 1) {
    const [before, after] = [word.slice(0, at), word.slice(at)];
    if (after !== '') slips.add(before + after.slice(1));
    if (after.length > 1) slips.add(before + after.charAt(1) + after.charAt(0) + after.slice(2));
    for (const letter of LETTERS) {
      slips.add(before + letter + after);
      if (after !== '') slips.add(before + letter + after.slice(1));
    }
  }
  slips.delete(word);
  slips.delete('');
  return [...slips];
}
