import { tidyLine } from '@app/kernel';

/** An article as far as it is known: `Điều 5`, `Hồ sơ đăng ký`. */
export interface Article {
  label: string;
  title: string;
}

/** An agency whose territory a text applies to. */
export interface Territory {
  id: string;
  name: string;
  path: string;
}

/** The official file: nobody sees it before it was inspected. */
export interface OfficialFile {
  sha256: string;
  name: string;
  size: number;
  state: 'waiting' | 'ready' | 'refused';
  problem: string | null;
}

const ARTICLES = 1000;
const LABEL = /^Điều \d{1,4}[a-zđ]?$/u;
const NAMED_ARTICLES = /Điều\s+(\d{1,4}[a-zđ]?)((?:\s*(?:,|;|và)\s*\d{1,4}[a-zđ]?)*)/giu;

export function articlesOf(typed: readonly Article[]): Article[] {
  return typed.map(({ label, title }) => ({ label: labelOf(label), title: tidyLine(title) }));
}

/** True when an article has no number, stands twice, or there are too many. */
export function articleFaults(typed: readonly Article[]): boolean {
  const labels = typed.map(({ label }) => labelOf(label));
  return (
    typed.length > ARTICLES ||
    !labels.every((label) => LABEL.test(label)) ||
    new Set(labels).size !== labels.length ||
    typed.some(({ title }) => title.length > 500)
  );
}

/** The articles that a wording names: `khoản 2 Điều 5; Điều 7, 8` → Điều 5, Điều 7, Điều 8. */
export function articlesNamed(provisions: string): string[] {
  const found = [...provisions.matchAll(NAMED_ARTICLES)].flatMap(([, first, more]) => [
    first ?? '',
    ...((more ?? '').match(/\d{1,4}[a-zđ]?/giu) ?? []),
  ]);
  return [...new Set(found.map((number) => labelOf(number)))];
}

function labelOf(typed: string): string {
  return `Điều ${tidyLine(typed)
    .replace(/^điều\s*/iu, '')
    .replace(/[.:]$/u, '')
    .toLowerCase()}`;
}
