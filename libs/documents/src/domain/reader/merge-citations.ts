import {
  type Citation,
  type FoundCitation,
  issuerKey,
  lacksPlace,
  type LocalDate,
  numberSymbolKey,
  yearOf,
} from '@app/kernel';
import { type OwnPlace } from './own-place';
import { problem } from './problem-catalogue';
import { type ReaderProblem } from './proposal';

interface CitedText {
  numberSymbol: Citation['numberSymbol'];
  kind: string | null;
  issuer: string | null;
  issuedOn: LocalDate | null;
  readonly otherDates: Set<LocalDate>;
  readonly where: string;
}

export interface CitedTexts {
  readonly citations: readonly Citation[];
  readonly problems: readonly ReaderProblem[];
}

/** Reports each cited text once, with the fullest body and date that any of its places gives. */
export function mergeCitations(found: readonly FoundCitation[], place: OwnPlace | null): CitedTexts {
  const texts: CitedText[] = [];
  const placed = found.map((citation, index) => ({ ...citation, issuer: withPlace(found, index, place) }));
  for (const citation of placed) {
    const known = texts.find((text) => isSameText(text, citation));
    if (known) add(known, citation);
    else texts.push({ ...pick(citation), otherDates: new Set(), where: citation.where });
  }
  return {
    citations: texts.map(pick),
    problems: [...placed.flatMap(impossibleDates), ...texts.flatMap(datesThatDisagree)],
  };
}

function pick({ numberSymbol, kind, issuer, issuedOn }: Citation): Citation {
  return { numberSymbol, kind, issuer, issuedOn };
}

/** `của Hội đồng nhân dân thành phố` after `của Hội đồng nhân dân thành phố Cần Thơ` is the same council; else the document's own place. */
function withPlace(found: readonly FoundCitation[], index: number, place: OwnPlace | null): string | null {
  const citation = found[index];
  const bare = citation?.issuer ?? null;
  if (!citation || bare === null || !lacksPlace(bare)) return bare;
  const before = found.slice(0, index).filter(({ where }) => where === citation.where);
  const fuller = before.findLast(({ issuer }) => issuer !== null && isPrefix(bare, issuer))?.issuer;
  return fuller ?? withOwnPlace(bare, place);
}

function withOwnPlace(bare: string, place: OwnPlace | null): string {
  return place && new RegExp(`(?:^|\\s)${place.level}$`, 'iu').test(bare) ? `${bare} ${place.name}` : bare;
}

function isPrefix(bare: string, full: string): boolean {
  return issuerKey(full).startsWith(`${issuerKey(bare)} `);
}

function isSameText(text: CitedText, citation: FoundCitation): boolean {
  if (numberSymbolKey(text.numberSymbol) !== numberSymbolKey(citation.numberSymbol)) return false;
  return hasSameIssuer(text, citation) && mayHaveSameDate(text, citation);
}

function hasSameIssuer(text: CitedText, citation: FoundCitation): boolean {
  if (text.issuer === null || citation.issuer === null) return true;
  const [known, given] = [issuerKey(text.issuer), issuerKey(citation.issuer)];
  if (known === given || isPrefix(text.issuer, citation.issuer) || isPrefix(citation.issuer, text.issuer))
    return true;
  // Two names for one body (`Tỉnh ủy` and `Ban Chấp hành Đảng bộ tỉnh`) on one number and one day.
  return (
    text.issuedOn !== null && text.issuedOn === citation.issuedOn && !(known + given).includes('nhân dân')
  );
}

/** A number with its year is one text whatever date is printed; `30/QĐ-TTg` begins anew each year. */
function mayHaveSameDate(text: CitedText, citation: FoundCitation): boolean {
  if (text.issuedOn === null || citation.issuedOn === null || text.issuedOn === citation.issuedOn)
    return true;
  return yearInNumber(citation) !== null;
}

function add(text: CitedText, citation: FoundCitation): void {
  text.kind ??= citation.kind;
  if (citation.issuer !== null && isFuller(citation.issuer, text.issuer)) text.issuer = citation.issuer;
  if (citation.issuedOn === null || citation.issuedOn === text.issuedOn) return;
  if (text.issuedOn === null) text.issuedOn = citation.issuedOn;
  else keepBetterDate(text, citation.issuedOn);
}

function isFuller(given: string, known: string | null): boolean {
  return known === null || isPrefix(known, given);
}

/** Of two dates the one in the year of the number is right. */
function keepBetterDate(text: CitedText, given: LocalDate): void {
  const known = text.issuedOn;
  const year = yearInNumber(text);
  const isBetter = known !== null && year !== null && yearOf(known) !== year && yearOf(given) === year;
  if (known !== null) text.otherDates.add(isBetter ? known : given);
  if (isBetter) text.issuedOn = given;
}

function yearInNumber({ numberSymbol }: Pick<Citation, 'numberSymbol'>): number | null {
  const year = /^\w+\/(\d{4})[/-]/u.exec(numberSymbol)?.[1];
  return year === undefined ? null : Number(year);
}

function impossibleDates(citation: FoundCitation): ReaderProblem[] {
  if (citation.impossibleDate === null) return [];
  return [
    problem('citation-date-impossible', citation.where, {
      text: citation.numberSymbol,
      date: citation.impossibleDate,
    }),
  ];
}

function datesThatDisagree(text: CitedText): ReaderProblem[] {
  const problems: ReaderProblem[] = [];
  if (text.issuedOn !== null && text.otherDates.size > 0) {
    const dates = [text.issuedOn, ...text.otherDates];
    problems.push(problem('citation-dates-differ', text.where, { text: text.numberSymbol, dates }));
  }
  const year = yearInNumber(text);
  if (text.issuedOn !== null && year !== null && yearOf(text.issuedOn) !== year) {
    problems.push(
      problem('citation-year-differs', text.where, { text: text.numberSymbol, date: text.issuedOn }),
    );
  }
  return problems;
}
