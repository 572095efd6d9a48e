import { searchWords } from '@app/kernel';

/** More words than this are not looked at; a sentence that long is found by its beginning. */
const MAX_WORDS = 24;

/** What stands for each word that was typed: itself, and what it may be the beginning or a slip of. */
export type WordChoices = readonly (readonly string[])[];

/** In the order in which results are shown. */
export const SEARCH_TIERS = ['code', 'number', 'title', 'title-words', 'text', 'text-words'] as const;
export type SearchTier = (typeof SEARCH_TIERS)[number];

/** One query for each tier: lexemes of the index with `&` and `|`. */
export interface SearchPlan {
  readonly queries: readonly string[];
  readonly tiers: readonly SearchTier[];
}

export function typedWords(q: string): string[] {
  return searchWords(q)
    .slice(0, MAX_WORDS)
    .map(({ word }) => word);
}

/** A code or number typed whole comes first, then titles, then texts; words side by side before words apart. */
export function searchPlan(choices: WordChoices): SearchPlan {
  const whole = choices.map(([word = '']) => word).join('_');
  const pairs = choices.length > 1;
  const steps: (readonly [SearchTier, string])[] = [
    ['code', quoted(`=${whole}`)],
    ['number', quoted(`#${whole}`)],
    ...(pairs ? [['title', pairsOf(choices, '^')] as const] : []),
    [pairs ? 'title-words' : 'title', wordsOf(choices, '^')],
    ...(pairs ? [['text', pairsOf(choices, '')] as const] : []),
    [pairs ? 'text-words' : 'text', wordsOf(choices, '')],
  ];
  return planOf(steps);
}

/**
 * Nothing was found: what was probably meant. Where no typed word is unknown, words apart would find anything, so only
 * words side by side count.
 */
export function nearPlan(choices: WordChoices, hasUnknown: boolean): SearchPlan {
  const apart = hasUnknown || choices.length === 1;
  const steps: (readonly [SearchTier, string])[] = [
    ...(choices.length > 1 ? [['title', pairsOf(choices, '^')] as const] : []),
    ...(apart ? [['title-words', wordsOf(choices, '^')] as const] : []),
    ...(choices.length > 1 ? [['text', pairsOf(choices, '')] as const] : []),
    ...(apart ? [['text-words', wordsOf(choices, '')] as const] : []),
  ];
  return planOf(steps);
}

/** Words of code, title and lĩnh vực alone: what the box over a list looks at. */
export function headPlan(choices: WordChoices): SearchPlan {
  return planOf([['title-words', wordsOf(choices, '^')]]);
}

function planOf(steps: readonly (readonly [SearchTier, string])[]): SearchPlan {
  return { queries: steps.map(([, query]) => query), tiers: steps.map(([tier]) => tier) };
}

function wordsOf(choices: WordChoices, mark: string): string {
  return choices.map((words) => anyOf(words.map((word) => mark + word))).join(' & ');
}

function pairsOf(choices: WordChoices, mark: string): string {
  return choices
    .slice(1)
    .map((after, at) =>
      anyOf((choices[at] ?? []).flatMap((word) => after.map((next) => `${mark}${word}_${next}`))),
    )
    .join(' & ');
}

function anyOf(lexemes: readonly string[]): string {
  return `(${lexemes.map(quoted).join(' | ')})`;
}

/** Lexemes are letters, digits and our own marks: nothing in them ends a quotation. */
function quoted(lexeme: string): string {
  return `'${lexeme}'`;
}
