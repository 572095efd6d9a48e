import {
  issuerKey,
  lawNameKey,
  type LocalDate,
  lifecycle,
  normaliseNumberSymbol,
  numberSymbolKey,
  parseLocalDate,
  tidyLine,
  yearOf,
} from '@app/kernel';

import { BadLegalText, RelatedToItself } from './refusals';

/** Recorded by an agency it counts for that agency; confirmed by an entitled person it counts for the whole audience. */
export const LEGAL_TEXT_LIFECYCLE = lifecycle({ recorded: ['confirmed'], confirmed: [] });
export type LegalTextState = keyof typeof LEGAL_TEXT_LIFECYCLE;

export const RELATION_KINDS = ['replaces', 'amends', 'repeals', 'corrects', 'guides'] as const;
export type RelationKind = (typeof RELATION_KINDS)[number];

/** What a text is on a day; computed from its dates and from what other texts did to it. */
export type LegalTextStatus = 'recorded' | 'in-force' | 'not-yet' | 'partly-expired' | 'expired';

export interface AliasFields {
  name: string;
  year: number | null;
}

export interface RelationFields {
  kind: RelationKind;
  targetId: string;
  partly: boolean;
  note: string | null;
  effectiveOn?: string | null;
}

/** A legal text as a person typed it in. */
export interface LegalTextFields {
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string | null;
  expiredOn?: string | null;
  title: string;
  field?: string | null;
  aliases: readonly AliasFields[];
  relations: readonly RelationFields[];
}

export interface Alias {
  name: string;
  nameKey: string;
  year: number | null;
}

export interface Relation {
  kind: RelationKind;
  targetId: string;
  partly: boolean;
  effectiveOn: LocalDate;
  note: string | null;
}

/** A legal text in the form in which it is kept and compared. */
export interface LegalText {
  kind: string;
  numberSymbol: string;
  numberKey: string;
  issuer: string;
  issuerKey: string;
  issuedOn: LocalDate;
  effectiveOn: LocalDate | null;
  expiredOn: LocalDate | null;
  title: string;
  field: string | null;
  aliases: Alias[];
  relations: Relation[];
}

/** These are cited by name and year, without a number, in nearly every procedure. */
const NAMED_KINDS = ['hien phap', 'bo luat', 'luat', 'phap lenh'];
const EARLIEST = 1945;
const LATEST = 2100;
const NUMBER_SHAPE = /^(?=.*\d)[\p{L}\p{N}./&-]{2,60}$/u;

/** Reads what was typed. @throws BadLegalText naming every faulty field at once. */
export function legalTextFrom(fields: LegalTextFields, id: string): LegalText {
  const core = {
    kind: tidyLine(fields.kind),
    numberSymbol: normaliseNumberSymbol(fields.numberSymbol),
    issuer: tidyLine(fields.issuer),
    title: tidyLine(fields.title),
    field: tidyLine(fields.field ?? '') || null,
  };
  const dates = datesOf(fields);
  const faults = [...wordFaults(core), ...dates.faults, ...listFaults(fields)];
  const { issuedOn } = dates;
  if (faults.length > 0 || issuedOn === null) throw new BadLegalText(faults);
  return {
    ...core,
    numberKey: numberSymbolKey(core.numberSymbol),
    issuerKey: issuerKey(core.issuer),
    issuedOn,
    effectiveOn: dates.effectiveOn,
    expiredOn: dates.expiredOn,
    aliases: aliasesOf({ ...core, issuedOn }, fields.aliases),
    relations: relationsOf(fields.relations, { id, from: dates.effectiveOn ?? issuedOn }),
  };
}

function wordFaults({
  kind,
  numberSymbol,
  issuer,
  title,
}: Pick<LegalText, 'kind' | 'numberSymbol' | 'issuer' | 'title'>): string[] {
  return faulty({
    kind: kind === '' || kind.length > 100,
    numberSymbol: !NUMBER_SHAPE.test(numberSymbol),
    issuer: issuerKey(issuer) === '' || issuer.length > 300,
    title: title === '' || title.length > 1000,
  });
}

function datesOf(
  fields: LegalTextFields,
): Pick<LegalText, 'effectiveOn' | 'expiredOn'> & { issuedOn: LocalDate | null; faults: string[] } {
  const issuedOn = lawDate(fields.issuedOn);
  const effectiveOn = optionalDate(fields.effectiveOn);
  const expiredOn = optionalDate(fields.expiredOn ?? null);
  const faults = faulty({
    issuedOn: issuedOn === null,
    effectiveOn: effectiveOn === undefined,
    expiredOn: expiredOn === undefined || isBefore(expiredOn, issuedOn),
  });
  return { issuedOn, effectiveOn: effectiveOn ?? null, expiredOn: expiredOn ?? null, faults };
}

function listFaults({ aliases, relations }: LegalTextFields): string[] {
  return faulty({
    aliases: aliases.length > 20 || !aliases.every(isGoodAlias),
    relations: relations.length > 50,
  });
}

function faulty(tests: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(tests).filter((field) => tests[field]);
}

/** A law goes by its own title and year even when nobody types that alias. */
function aliasesOf(
  { kind, title, issuedOn }: Pick<LegalText, 'kind' | 'title' | 'issuedOn'>,
  typed: readonly AliasFields[],
): Alias[] {
  const kindKey = lawNameKey(kind);
  const named = NAMED_KINDS.includes(kindKey)
    ? [{ name: lawNameKey(title).startsWith(kindKey) ? title : `${kind} ${title}`, year: yearOf(issuedOn) }]
    : [];
  const all = [...named, ...typed].map(({ name, year }) => ({
    name: tidyLine(name),
    nameKey: lawNameKey(name),
    year,
  }));
  return [...new Map(all.map((alias) => [`${alias.nameKey} ${String(alias.year)}`, alias])).values()];
}

function relationsOf(
  typed: readonly RelationFields[],
  { id, from }: { id: string; from: LocalDate },
): Relation[] {
  if (typed.some(({ targetId }) => targetId === id)) throw new RelatedToItself();
  const read = typed.map(({ kind, targetId, partly, note, effectiveOn }) => ({
    kind,
    targetId,
    partly,
    effectiveOn: lawDate(effectiveOn ?? '') ?? from,
    note: tidyLine(note ?? '') || null,
  }));
  return [...new Map(read.map((relation) => [`${relation.kind} ${relation.targetId}`, relation])).values()];
}

function isGoodAlias({ name, year }: AliasFields): boolean {
  return lawNameKey(name) !== '' && name.length <= 300 && (year === null || isLawYear(year));
}

function lawDate(text: string): LocalDate | null {
  const date = parseLocalDate(text);
  return date !== null && isLawYear(yearOf(date)) ? date : null;
}

/** Null when none was given, undefined when what was given is no date. */
function optionalDate(text: string | null): LocalDate | null | undefined {
  return text === null || text === '' ? null : (lawDate(text) ?? undefined);
}

function isBefore(date: LocalDate | null, other: LocalDate | null): boolean {
  return date !== null && other !== null && date < other;
}

function isLawYear(year: number): boolean {
  return Number.isInteger(year) && year >= EARLIEST && year <= LATEST;
}
