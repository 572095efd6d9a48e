import { foldVietnamese, type LocalDate } from '@app/kernel';
import { type Passage } from '../passages';
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

/** Each retired body once, where it is first named outside a citation. */
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
    const named = texts.find(
      ({ words }) => !CITES.test(words) && phrases.some((phrase) => includesWords(words, phrase)),
    );
    if (named === undefined) return [];
    return [
      problem('retired-body', named.place, {
        text: name,
        date: retiredOn,
        ...(successor === null ? {} : { other: successor }),
      }),
    ];
  });
}

function includesWords(words: string, phrase: string): boolean {
  const at = words.indexOf(phrase);
  if (at < 0) return false;
  const [before, after] = [words[at - 1] ?? ' ', words[at + phrase.length] ?? ' '];
  return !/[a-z0-9]/.test(before) && !/[a-z0-9]/.test(after);
}
