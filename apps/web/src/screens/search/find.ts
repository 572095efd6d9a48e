import { api, withQuery } from '~/api/client';
import { type Page } from '~/api/page';
import { type LegalTextLine, type SearchHit, type SearchPage } from '~/api/types';
import { type DocumentFilters } from '~/app/routes/search';
import { foldAccents } from '~/ui/fold';

/** The filters of the address as the API calls them. */
export function askedBy({ unit, change, ...filters }: DocumentFilters): Record<string, string | undefined> {
  return { ...filters, unitId: unit, changeClass: change };
}

export function findVersions(
  query: Record<string, string | number | null | undefined>,
  signal: AbortSignal,
): Promise<SearchPage> {
  return api.get<SearchPage>(withQuery('/search', query), signal);
}

/** Of the texts that a law is named in, the law itself stands first. */
export async function findTexts(words: string, most: number, signal: AbortSignal): Promise<LegalTextLine[]> {
  const { items } = await api.get<Page<LegalTextLine>>(
    withQuery('/legal-texts', { q: words, limit: 50 }),
    signal,
  );
  const typed = foldAccents(words).trim();
  const distance = ({ numberSymbol, title }: LegalTextLine): number => {
    const [number, name] = [foldAccents(numberSymbol), foldAccents(title)];
    if (number === typed || name === typed) return 0;
    if (number.startsWith(typed) || name.startsWith(typed)) return 1 + name.length / 1000;
    return 10;
  };
  return [...items].sort((a, b) => distance(a) - distance(b)).slice(0, most);
}

/** A result opens at the page on which the words stand. */
export function hitHref(hit: SearchHit): string {
  const page = hit.passages.find((passage) => passage.page !== null)?.page ?? null;
  const at = page === null || page === 1 ? '' : `&page=${String(page)}`;
  return `/documents/${hit.documentId}?version=${hit.versionId}${at}`;
}
