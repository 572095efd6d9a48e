import { foldVietnamese } from '@app/kernel';
import { type ReaderProblem } from './proposal';

/** Too few letters would be found anywhere. */
const SHORTEST = 12;

/** Findings with the page of the rendition on which their words stand: a Word file itself has no pages. */
export function onPages(
  problems: readonly ReaderProblem[],
  pages: readonly { page: number; text: string }[],
): ReaderProblem[] {
  const plain = pages.map(({ page, text }) => ({ page, letters: lettersOf(text) }));
  return problems.map((problem) => {
    const sought = lettersOf(problem.quote ?? '');
    if (problem.page !== undefined || sought.length < SHORTEST) return problem;
    // The table of contents names what the body says: the last page that has the words is the body's.
    const found = plain.findLast(({ letters }) => letters.includes(sought.slice(0, 60)));
    return found === undefined ? problem : { ...problem, page: found.page };
  });
}

/** Lines are broken elsewhere and numbers are printed by Word itself: letters and digits alone are compared. */
function lettersOf(text: string): string {
  return foldVietnamese(text).replace(/[^a-z0-9]+/g, '');
}
