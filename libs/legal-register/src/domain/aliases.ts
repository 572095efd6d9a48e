import { lawNameKey, type LocalDate, tidyLine, yearOf } from '@app/kernel';

import { isLawYear } from './law-dates';

export interface AliasFields {
  name: string;
  year: number | null;
}

export interface Alias extends AliasFields {
  nameKey: string;
}

/** These are cited by name and year, without a number, in nearly every procedure. */
const NAMED_KINDS = ['hien phap', 'bo luat', 'luat', 'phap lenh'];

/** A law goes by its own title and year even when nobody types that alias. */
export function aliasesOf(
  { kind, title, issuedOn }: { kind: string; title: string; issuedOn: LocalDate },
  typed: readonly AliasFields[],
): Alias[] {
  const kindKey = lawNameKey(kind);
  const named = NAMED_KINDS.includes(kindKey)
    ? [{ name: lawNameKey(title).startsWith(kindKey) ? title : `${kind} ${title}`, year: yearOf(issuedOn) }]
    : [];
  const all = [...named, ...typed].map(aliasOf);
  return [...new Map(all.map((alias) => [`${alias.nameKey} ${String(alias.year)}`, alias])).values()];
}

export function aliasOf({ name, year }: AliasFields): Alias {
  return { name: tidyLine(name), nameKey: lawNameKey(name), year };
}

export function isGoodAlias({ name, year }: AliasFields): boolean {
  return lawNameKey(name) !== '' && name.length <= 300 && (year === null || isLawYear(year));
}
