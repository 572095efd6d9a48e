import { foldVietnamese, type LocalDate, type Passage } from '@app/kernel';
import { problem } from '../problem-catalogue';
import { type ReaderProblem } from '../proposal';

/** A body that exists no more, under the names that documents use for it. */
export interface RetiredBody {
  /** As a person says it. */
  readonly name: string;
  /** Beginnings of phrases, folded by `foldVietnamese`; each is looked for as whole words. */
  readonly phrases: readonly string[];
  readonly retiredOn: LocalDate;
  /** Who does its work now, where one body does. */
  readonly successor: string | null;
}

/** A legal text keeps the name of the body that issued it. */
const CITES =
  /\d{1,5}\/(?:\d{4}\/)?(?:tt|nd|qd|nq|ttlt|vbhn|cv)|^\s*(?:can cu|-?\s*(?:luat|nghi dinh|thong tu|quyet dinh|nghi quyet|bo luat))\b/;

/** Each retired body where it is named outside a citation: once per page, or once where the format knows no pages. */
export function checkRetiredBodies(
  passages: readonly Passage[],
  bodies: readonly RetiredBody[],
  today: LocalDate | null,
): ReaderProblem[] {
  const gone = bodies.filter(({ retiredOn }) => today === null || retiredOn <= today);
  const texts = passages.map(({ text, where, page }) => ({
    words: ` ${foldVietnamese(text)} `,
    place: { where, page },
  }));
  return gone.flatMap(({ name, phrases, retiredOn, successor }) => {
    const places = texts.filter(({ words }) => namesOne(words, phrases)).map(({ place }) => place);
    const byPage = [...new Map(places.map((place) => [place.page, place])).values()];
    return byPage.map((place) => named({ name, phrases, retiredOn, successor }, place));
  });
}

/** The same findings with every page of the rendition that has the name, where the file itself knows no pages. */
export function retiredBodiesOnPages(
  found: readonly ReaderProblem[],
  pages: readonly { page: number; text: string }[],
  bodies: readonly RetiredBody[],
): ReaderProblem[] {
  const lines = pages.flatMap(({ page, text }) =>
    text.split('\n').map((line) => ({ page, words: ` ${foldVietnamese(line)} ` })),
  );
  return found.flatMap((each) => {
    const body = bodies.find(
      (one) => each.page === undefined && named(one, NOWHERE).message === each.message,
    );
    if (body === undefined) return [each];
    const on = lines.filter(({ words }) => namesOne(words, body.phrases)).map(({ page }) => page);
    if (on.length === 0) return [each];
    return [...new Set(on)].map((page) => named(body, { where: `Trang ${String(page)}`, page }));
  });
}

const NOWHERE = { where: '', page: null };

function named(
  { name, retiredOn, successor }: RetiredBody,
  place: { where: string; page: number | null },
): ReaderProblem {
  const other = successor === null ? {} : { other: successor };
  return problem('retired-body', place, { text: name, date: retiredOn, ...other });
}

function namesOne(words: string, phrases: readonly string[]): boolean {
  return !CITES.test(words) && phrases.some((phrase) => includesWords(words, phrase));
}

function includesWords(words: string, phrase: string): boolean {
  const at = words.indexOf(phrase);
  if (at < 0) return false;
  const [before, after] = [words[at - 1] ?? ' ', words[at + phrase.length] ?? ' '];
  return !/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after);
}
