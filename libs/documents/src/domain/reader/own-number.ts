import {
  dateAt,
  type ExtractedDocument,
  findNumberSymbols,
  firstDate,
  type FoundCitation,
  type LocalDate,
  type NumberSymbol,
  numberSymbolKey,
  type Passage,
  plainSpaces,
} from '@app/kernel';
import { rowText } from './cover';

/** Number and date by which the document itself was issued: its own, or that of the decision printed with its title. */
export interface OwnNumber {
  readonly numberSymbol: NumberSymbol | null;
  readonly issuedOn: LocalDate | null;
}

const HEAD_BLOCKS = 40;
const OWN_LINE = /(?:^|\n)\s*s\s?ố\s*[:.]?\s*(?=\d)/iu;
const PLACE_AND_DATE = /(?:^|\n)\s*(?:\p{Lu}[\p{L}\s.-]{1,40}),\s*ngày\s*(?=\d)/u;
const ISSUED_WITH =
  /^\s*\(?\s*(?:được\s+)?(?:ban\s+hành\s+)?kèm\s+theo\s+(quyết\s+định|kế\s+hoạch|công\s+văn|thông\s+báo|chỉ\s+thị)/iu;

/** Looks in the head of the document, and in the brackets under the title of its annexes. */
export function ownNumber(document: ExtractedDocument, passages: readonly Passage[]): OwnNumber {
  const head = document.blocks.slice(0, HEAD_BLOCKS).map((block) => plainSpaces(rowText(block)));
  const printed = firstOf(head, printedNumber);
  const dateline = firstOf(head, datelineOf);
  const issuing = issuingClause(document, passages);
  return {
    numberSymbol: printed ?? issuing?.numberSymbol ?? null,
    issuedOn: dateline ?? (printed === null && issuing ? issuing.issuedOn : null),
  };
}

function firstOf<Found>(texts: readonly string[], find: (text: string) => Found | null): Found | null {
  for (const text of texts) {
    const found = find(text);
    if (found !== null) return found;
  }
  return null;
}

function issuingClause(document: ExtractedDocument, passages: readonly Passage[]): OwnNumber | null {
  const text = passages.find((passage) => isIssuingClause(passage, document))?.text ?? '';
  const number = findNumberSymbols(text)[0];
  return number
    ? { numberSymbol: number.numberSymbol, issuedOn: dateAt(text, number.end)?.date ?? null }
    : null;
}

/** A citation that only names the document itself or the decision it was issued with. */
export function isOwn(citation: FoundCitation, own: OwnNumber, code: string | null): boolean {
  const key = numberSymbolKey(citation.numberSymbol);
  if (code !== null && numberSymbolKey(code).endsWith(key)) return true;
  if (own.numberSymbol === null || numberSymbolKey(own.numberSymbol) !== key) return false;
  return citation.issuedOn === null || own.issuedOn === null || citation.issuedOn === own.issuedOn;
}

function printedNumber(text: string): NumberSymbol | null {
  const line = OWN_LINE.exec(text);
  if (!line) return null;
  const start = line.index + line[0].length;
  const number = findNumberSymbols(text).find(({ start: place }) => Math.abs(place - start) <= 2);
  return number?.numberSymbol ?? null;
}

function datelineOf(text: string): LocalDate | null {
  const line = PLACE_AND_DATE.exec(text);
  return line ? (firstDate(text.slice(line.index, line.index + 120))?.date ?? null) : null;
}

/** `(Ban hành kèm theo Quyết định số …)` is the document's own on its cover, or in an annex of a document of that very kind. */
function isIssuingClause(passage: Passage, document: ExtractedDocument): boolean {
  const kind = ISSUED_WITH.exec(passage.text)?.[1];
  if (kind === undefined) return false;
  const isOnCover = passage.block < 25 && /quyết/iu.test(kind);
  return isOnCover || kindOfDocument(document) === normal(kind);
}

function kindOfDocument(document: ExtractedDocument): string | null {
  for (const block of document.blocks.slice(0, HEAD_BLOCKS)) {
    const line = normal(rowText(block).split('\n')[0] ?? '');
    if (/^(?:quyết định|kế hoạch|chỉ thị|thông báo)$/u.test(line)) return line;
  }
  return null;
}

function normal(text: string): string {
  return text.replace(/\s+/gu, ' ').trim().toLowerCase();
}
