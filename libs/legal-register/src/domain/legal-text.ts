import {
  issuerKey,
  type LocalDate,
  lifecycle,
  normaliseNumberSymbol,
  numberSymbolKey,
  tidyLine,
} from '@app/kernel';

import { type Alias, type AliasFields, aliasesOf, isGoodAlias } from './aliases';
import { isBefore, lawDate, optionalDate } from './law-dates';
import { BadLegalText } from './refusals';
import {
  type Awaited,
  type AwaitedFields,
  awaitedOf,
  type Relation,
  type RelationFields,
  relationsOf,
} from './relations';
import { type Article, articleFaults, articlesOf, type Territory } from './substance';

/**
 * Recorded by an agency it counts for that agency; confirmed by an entitled person it counts for the whole audience. A
 * wrong record is withdrawn, a wrong confirmation taken back; a duplicate is merged into the text that stays.
 */
export const LEGAL_TEXT_LIFECYCLE = lifecycle({
  recorded: ['confirmed', 'withdrawn', 'merged'],
  confirmed: ['recorded', 'withdrawn', 'merged'],
  withdrawn: [],
  merged: [],
});
export type LegalTextState = keyof typeof LEGAL_TEXT_LIFECYCLE;

/** What a text is on a day; computed from its dates and from what other texts did to it. */
export type LegalTextStatus = 'recorded' | 'in-force' | 'not-yet' | 'partly-expired' | 'expired';

/** A legal text as a person typed it in, or as it was read and confirmed. */
export interface LegalTextFields {
  kind: string;
  numberSymbol: string;
  issuer: string;
  issuedOn: string;
  effectiveOn: string | null;
  expiredOn?: string | null;
  title: string;
  field?: string | null;
  abstract?: string | null;
  sourceUrl?: string | null;
  articles?: readonly Article[];
  /** Agencies it applies to, when it is not meant for its whole audience. */
  territory?: readonly Territory[];
  territoryNote?: string | null;
  aliases: readonly AliasFields[];
  relations: readonly RelationFields[];
  /** What it does to texts that the register does not hold yet. */
  awaited?: readonly AwaitedFields[];
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
  abstract: string | null;
  sourceUrl: string | null;
  articles: readonly Article[];
  territory: readonly Territory[];
  territoryNote: string | null;
  aliases: Alias[];
  relations: Relation[];
  awaited: Awaited[];
}

const NUMBER_SHAPE = /^(?=.*\d)[\p{L}\p{N}./&-]{2,60}$/u;
const ABSTRACT = 20_000;

/** Reads what was typed. @throws BadLegalText naming every faulty field at once. */
export function legalTextFrom(fields: LegalTextFields, id: string): LegalText {
  const core = {
    kind: tidyLine(fields.kind),
    numberSymbol: normaliseNumberSymbol(fields.numberSymbol),
    issuer: tidyLine(fields.issuer),
    title: tidyLine(fields.title),
    field: textOrNull(fields.field),
    abstract: (fields.abstract ?? '').normalize('NFC').trim() || null,
    sourceUrl: textOrNull(fields.sourceUrl),
    territoryNote: textOrNull(fields.territoryNote),
  };
  const dates = datesOf(fields);
  const faults = [...wordFaults(core), ...dates.faults, ...listFaults(fields)];
  const { issuedOn } = dates;
  if (faults.length > 0 || issuedOn === null) throw new BadLegalText(faults);
  const from = dates.effectiveOn ?? issuedOn;
  return {
    ...core,
    numberKey: numberSymbolKey(core.numberSymbol),
    issuerKey: issuerKey(core.issuer),
    issuedOn,
    effectiveOn: dates.effectiveOn,
    expiredOn: dates.expiredOn,
    articles: articlesOf(fields.articles ?? []),
    territory: [...(fields.territory ?? [])],
    aliases: aliasesOf({ ...core, issuedOn }, fields.aliases),
    relations: relationsOf(fields.relations, { id, from }),
    awaited: awaitedOf(fields.awaited ?? [], from),
  };
}

type Words = Pick<LegalText, 'kind' | 'numberSymbol' | 'issuer' | 'title' | 'abstract' | 'sourceUrl'>;

function wordFaults({ kind, numberSymbol, issuer, title, abstract, sourceUrl }: Words): string[] {
  return faulty({
    kind: kind === '' || kind.length > 100,
    numberSymbol: !NUMBER_SHAPE.test(numberSymbol),
    issuer: issuerKey(issuer) === '' || issuer.length > 300,
    title: title === '' || title.length > 1000,
    abstract: (abstract ?? '').length > ABSTRACT,
    sourceUrl: sourceUrl !== null && !isWebAddress(sourceUrl),
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

function listFaults({ aliases, relations, awaited = [], articles = [] }: LegalTextFields): string[] {
  const days = [...relations, ...awaited].map(({ effectiveOn }) => optionalDate(effectiveOn ?? null));
  return faulty({
    aliases: aliases.length > 20 || !aliases.every(isGoodAlias),
    relations: relations.length > 50 || days.includes(undefined),
    awaited: awaited.length > 50 || !awaited.every(({ numberSymbol }) => isNumber(numberSymbol)),
    articles: articleFaults(articles),
  });
}

function faulty(tests: Readonly<Record<string, boolean>>): string[] {
  return Object.keys(tests).filter((field) => tests[field]);
}

function isNumber(text: string): boolean {
  return NUMBER_SHAPE.test(normaliseNumberSymbol(text));
}

function isWebAddress(text: string): boolean {
  return /^https?:\/\//u.test(text) && text.length <= 2000 && URL.canParse(text);
}

function textOrNull(text: string | null | undefined): string | null {
  return tidyLine(text ?? '') || null;
}
