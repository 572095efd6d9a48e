import { numberSymbolKey } from '../legal-number';
import { describeSymbol, KIND_BY_ABBREVIATION, KIND_WORDS, kindOfAbbreviation } from '../legal-symbol';
import { dateAt, type DateInText } from './dates-in-text';
import { issuerAt, type IssuerInText } from './issuers';
import { findNumberSymbols, type NumberInText, saysItsKind } from './number-symbols';
import { type Passage } from './passages';
import { type Citation } from './cited';

/** A citation at one place of the text, before equal ones are put together. */
export interface FoundCitation extends Citation {
  readonly where: string;
  readonly symbol: string;
  /** As printed, when the text gives a date that no calendar has. */
  readonly impossibleDate: string | null;
  readonly start: number;
  readonly end: number;
}

const spaced = (words: string): string => words.replace(/ /g, '\\s+');
const KIND = [...KIND_WORDS, 'Văn bản']
  .sort((a, b) => b.length - a.length)
  .map(spaced)
  .join('|');
const SHORT_KIND = Object.keys(KIND_BY_ABBREVIATION)
  .filter((short) => short.length > 1)
  .sort((a, b) => b.length - a.length)
  .join('|');
const SO = 's\\s?ố';

/** `Quyết định số`, `Kế hoạch hành động số`, `QĐ số`, `Quyết định của Thủ tướng Chính phủ số`: what stands right before the number. */
const KIND_BEFORE = new RegExp(
  `(?<![\\p{L}])(${KIND})(?:\\s+(?!(?:${KIND})(?![\\p{L}]))[\\p{L}&-]+){0,3}\\s*(?:${SO})?\\s*[:.]?\\s*$`,
  'iu',
);
const SHORT_KIND_BEFORE = new RegExp(`(?<![\\p{L}\\d/.-])(${SHORT_KIND})\\s*(?:${SO})?\\s*[:.]?\\s*$`, 'u');
const LAW_BEFORE = /(?<!pháp\s)(?<![\p{L}])(Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+quyết)\s[^.;:\d]{3,160}$/iu;
const SO_BEFORE = new RegExp(`(?<![\\p{L}])${SO}\\s*[:.]?\\s*$|${SO}\\s*$`, 'iu');
/** The printed head of a letter or form (`Số: 12/QĐ-…` at the start of a line): its own number, not a citation. */
const OWN_LINE = /(?:^|\n|\t)\s*s\s?ố\s*[:.]\s*$/iu;
const STANDARD_BEFORE = /(?:QCVN|TCVN|TCXDVN|TCCS|ISO|IEC|QCĐP|TCXD)[\s\d:./-]{0,15}$/u;
const LABEL_BEFORE =
  /(?<![\p{L}])(?:mẫu|biểu mẫu|biểu|phiếu|sổ|mã số|mã hiệu|mã|ký hiệu|hồ sơ|hợp đồng|giấy phép|giấy chứng nhận|hóa đơn|hoá đơn|tài khoản|biên lai|quyển|khoản|điểm|điều|mục|trang|bước|phụ lục)\s*(?:s\s?ố)?\s*[:.]?\s*$/iu;
const CODE_BEFORE = /(?<![\p{L}\d])([A-ZĐ]{1,8})[\s.\-–]*$/u;
const OF = /\s*[,(]?\s*(?:của|do)\s+/iuy;
const OF_BEFORE = /(?:của|do)\s+/giu;
/** Between an issuer named first and the number: `của Giám đốc Sở X tại Công văn số`. */
const LINK = new RegExp(
  `^\\s*(?:[,:(]|tại|về việc|trong|các|ban hành|theo|${KIND}|hành động|${SO}|\\s)*$`,
  'iu',
);
const SENTENCE_START = /[.;]\s(?!.*[.;]\s)/su;

/** Every citation of a passage in order, each with what the words around it say. */
export function findCitations(passage: Passage): FoundCitation[] {
  const numbers = findNumberSymbols(passage.text);
  const found: FoundCitation[] = [];
  let from = 0;
  numbers.forEach((number, index) => {
    const before = passage.text.slice(from, number.start);
    const limit = numbers[index + 1]?.start ?? passage.text.length;
    from = number.end;
    if (!isCitation(number, before)) return;
    found.push(describe(passage, number, before, limit));
  });
  return shareAmongList(found, passage.text);
}

function isCitation(number: NumberInText, before: string): boolean {
  if (STANDARD_BEFORE.test(before) || OWN_LINE.test(before)) return false;
  if (hasKindBefore(before)) return true;
  const isKindOfText = saysItsKind(number.symbol);
  if (LABEL_BEFORE.test(before) || followsCode(before)) return isKindOfText && number.hasYear;
  return isKindOfText || isLetter(number, before);
}

function hasKindBefore(before: string): boolean {
  return KIND_BEFORE.test(before) || SHORT_KIND_BEFORE.test(before);
}

/** `số 419/BKHCN-TĐC`: a letter's symbol names its sender only. */
function isLetter(number: NumberInText, before: string): boolean {
  return SO_BEFORE.test(before) && describeSymbol(number.numberSymbol).kind !== null;
}

/** `QT 01/CX-HCTP`: letters right before the number make it a code of a document. */
function followsCode(before: string): boolean {
  const code = CODE_BEFORE.exec(before)?.[1];
  return code !== undefined && kindOfAbbreviation(code) === null;
}

function describe(passage: Passage, number: NumberInText, before: string, limit: number): FoundCitation {
  const { text, where } = passage;
  const after = readAfter(text, number.end, limit);
  const implied = describeSymbol(number.numberSymbol);
  return {
    numberSymbol: number.numberSymbol,
    kind: kindOf(before, implied.kind),
    issuer: issuerOf(after, before, implied.issuer),
    issuedOn: after.date ? after.date.date : null,
    impossibleDate: after.date?.date === null ? after.date.raw : null,
    where,
    symbol: number.symbol,
    start: number.start,
    end: Math.max(number.end, ...[after.issuer, after.date].flatMap((found) => (found ? [found.end] : []))),
  };
}

/** What the sentence says goes before what the symbol implies, but of a joint text a sentence often names one body only. */
function issuerOf(after: After, before: string, implied: string | null): string | null {
  if (implied?.includes(', Bộ ') === true) return implied;
  return (after.issuer ?? issuerBefore(before))?.issuer ?? implied;
}

interface After {
  readonly date: DateInText | null;
  readonly issuer: IssuerInText | null;
}

/** Date and issuing body follow in either order, before the next number begins. */
function readAfter(text: string, end: number, limit: number): After {
  const within = <Found extends { end: number }>(found: Found | null): Found | null =>
    found && found.end <= limit ? found : null;
  let date = within(dateAt(text, end));
  const issuer = within(issuerAfter(text, date?.end ?? end));
  date ??= issuer && within(dateAt(text, issuer.end));
  return { date, issuer };
}

function issuerAfter(text: string, position: number): IssuerInText | null {
  OF.lastIndex = position;
  const of = OF.exec(text);
  if (of) return issuerAt(text, position + of[0].length);
  // `ngày 12/6/2025 Bộ trưởng Bộ Tư pháp quy định`: the word "của" is left out.
  const space = /^[,\s]*/.exec(text.slice(position))?.[0].length ?? 0;
  return space > 0 ? issuerAt(text, position + space) : null;
}

/** `Nghị quyết của HĐND tỉnh X số …`, `của Giám đốc Sở Y tại Công văn số …`. */
function issuerBefore(before: string): IssuerInText | null {
  const sentence = before.slice((SENTENCE_START.exec(before)?.index ?? -2) + 2);
  const places = [...sentence.matchAll(OF_BEFORE)].reverse();
  for (const place of places) {
    const found = issuerAt(sentence, place.index + place[0].length);
    if (found && LINK.test(sentence.slice(found.end))) return found;
  }
  return null;
}

function kindOf(before: string, implied: string | null): string | null {
  const short = SHORT_KIND_BEFORE.exec(before)?.[1];
  if (short !== undefined) return kindOfAbbreviation(short);
  const word = KIND_BEFORE.exec(before)?.[1] ?? '';
  const isNamed = word !== '' && !/^văn\s+bản$/iu.test(word);
  return isNamed ? asWritten(word) : (lawBefore(before, implied) ?? implied);
}

/** A text of the National Assembly is named before its number: `Luật An ninh mạng số 116/2025/QH15`. */
function lawBefore(before: string, implied: string | null): string | null {
  if (implied !== 'Luật' && implied !== 'Nghị quyết') return null;
  const law = LAW_BEFORE.exec(before)?.[1];
  return law === undefined ? null : asWritten(law);
}

/** Words of a kind in their usual spelling, whatever the case and spaces in the text. */
function asWritten(words: string): string {
  const tidy = words.replace(/\s+/gu, ' ').toLowerCase();
  return (
    KIND_WORDS.find((kind) => kind.toLowerCase() === tidy) ?? tidy.charAt(0).toUpperCase() + tidy.slice(1)
  );
}

/**
 * `các Kế hoạch của X: số 22-KH/TU ngày …; số 27-KH/TU ngày …` and `số 1/2024/NQ-HĐND, số 2/2024/NQ-HĐND của HĐND tỉnh Y`:
 * members of a list with the same symbol share the body that is named once.
 */
function shareAmongList(found: readonly FoundCitation[], text: string): FoundCitation[] {
  const shared: FoundCitation[] = [];
  found.forEach((citation) => {
    const previous = shared.at(-1);
    const isSameSymbol =
      previous !== undefined && numberSymbolKey(previous.symbol) === numberSymbolKey(citation.symbol);
    shared.push(
      citation.issuer === null && isSameSymbol && !hasKindWord(text, previous.end, citation.start)
        ? { ...citation, issuer: previous.issuer }
        : citation,
    );
  });
  for (let index = shared.length - 2; index >= 0; index -= 1) {
    const [citation, next] = [shared[index], shared[index + 1]];
    if (!citation || !next || citation.issuer !== null || citation.symbol !== next.symbol) continue;
    if (/^[\s,;]*(?:và\s+)?(?:s\s?ố\s*)?$/iu.test(text.slice(citation.end, next.start))) {
      shared[index] = { ...citation, issuer: next.issuer };
    }
  }
  return shared;
}

function hasKindWord(text: string, from: number, to: number): boolean {
  return KIND_BEFORE.test(text.slice(from, to));
}
