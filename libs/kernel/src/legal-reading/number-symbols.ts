import { normaliseNumberSymbol, type NumberSymbol } from '../legal-number';
import { isSymbolPart, kindOfAbbreviation } from '../legal-symbol';

/** A number-symbol as it stands in the text. */
export interface NumberInText {
  readonly numberSymbol: NumberSymbol;
  readonly start: number;
  readonly end: number;
  /** Symbol without number and year: `QĐ-TTg`, `KH/TU`. */
  readonly symbol: string;
  readonly hasYear: boolean;
}

const HEAD =
  /(?<![\d/.,])(?<!\d[-–:])(\d{1,6}[a-z]?)\s*(?:\/\s*((?:1\s?9|2\s?0)\s?\d\s?\d)\s*([/-])|([/\-–]))\s*(?=[A-ZĐÐ])/gu;
/** Mixed-case parts that really occur; every other part is upper case. */
const PART =
  /(?:TTg|TTr|CTr|QyĐ|QyÐ|SNgV|CTrHĐ|(?:UBTV)?QH\s?\d{1,2}|[A-ZĐÐ]{1,15}\d{0,2})(?![\p{L}\p{N}](?!gày|ủa|ề\s|gay))/uy;
const NEXT_PART = /(\s*)([-–/])(\s*)(?=[A-ZĐÐ])/uy;
const NEXT_PIECE = /\s([A-ZĐÐ]{1,8}g?)(?![\p{L}\p{N}])/uy;
const TORN_NUMBER = /s\s?ố\s*:?\s*(\d{1,4})\s$/iu;
const MAX_PARTS = 6;

/** Finds everything that is shaped like number and symbol, torn by spaces or not; whether it is a citation is judged elsewhere. */
export function findNumberSymbols(text: string): NumberInText[] {
  const found: NumberInText[] = [];
  HEAD.lastIndex = 0;
  for (let head = HEAD.exec(text); head; head = HEAD.exec(text)) {
    const number = numberAt(text, head);
    if (!number) continue;
    found.push(number);
    HEAD.lastIndex = number.end;
  }
  return found;
}

function numberAt(text: string, head: RegExpExecArray): NumberInText | null {
  const symbol = symbolAt(text, head.index + head[0].length);
  if (!symbol || touchesLetter(text, head.index)) return null;
  const torn = TORN_NUMBER.exec(text.slice(Math.max(0, head.index - 16), head.index))?.[1] ?? '';
  return {
    numberSymbol: normaliseNumberSymbol(`${torn}${head[1] ?? ''}${middleOf(head)}${symbol.text}`),
    start: head.index - (torn === '' ? 0 : torn.length + 1),
    end: symbol.end,
    symbol: symbol.text,
    hasYear: head[2] !== undefined,
  };
}

/** What joins number and symbol: `/2014/`, `/` or `-`. */
function middleOf([, , year, afterYear = '/', afterNumber = '/']: RegExpExecArray): string {
  return year === undefined ? afterNumber : `/${year}${afterYear}`;
}

/** `A12/…` is a code, but `số12/…` lost a space only. */
function touchesLetter(text: string, index: number): boolean {
  return /\p{L}$/u.test(text.slice(0, index)) && !/s\s?ố$/iu.test(text.slice(0, index));
}

interface SymbolInText {
  readonly text: string;
  readonly end: number;
}

function symbolAt(text: string, start: number): SymbolInText | null {
  let part = partAt(text, start);
  if (!part) return null;
  let symbol = part.text;
  let end = part.end;
  for (let count = 1; count < MAX_PARTS; count += 1) {
    NEXT_PART.lastIndex = end;
    const joint = NEXT_PART.exec(text);
    if (!joint) break;
    part = partAt(text, end + joint[0].length);
    if (!part || !belongs(joint, part.text)) break;
    symbol += (joint[2] === '/' ? '/' : '-') + part.text;
    end = part.end;
  }
  return { text: symbol, end };
}

/** `NĐ-CP - Quy định` ends at the spaced dash, `QĐ - TTg` does not: only a known part may follow one. */
function belongs(joint: RegExpExecArray, part: string): boolean {
  const isSpacedOut = joint[1] !== '' && joint[3] !== '';
  return isSpacedOut ? isSymbolPart(part) : part.length > 1 || isSymbolPart(part);
}

function partAt(text: string, start: number): SymbolInText | null {
  PART.lastIndex = start;
  const match = PART.exec(text);
  if (!match) return null;
  const part = { text: spell(match[0]), end: start + match[0].length };
  return isSymbolPart(part.text) ? part : mendTorn(text, part);
}

/** `Q Đ-TTg`, `TT-B TP`: pieces that are nothing alone and a known part together. */
function mendTorn(text: string, part: SymbolInText): SymbolInText {
  NEXT_PIECE.lastIndex = part.end;
  const piece = NEXT_PIECE.exec(text);
  if (!piece) return part;
  const whole = part.text + (piece[1] ?? '');
  return isSymbolPart(whole) ? { text: spell(whole), end: part.end + piece[0].length } : part;
}

/** Headings in capitals print `TTG`; the symbol is `TTg`. */
function spell(part: string): string {
  const tight = part.replace(/\s/g, '').replaceAll('Ð', 'Đ');
  return tight === 'TTG' ? 'TTg' : tight;
}

/** True when the symbol itself says that this is a legal text (`QĐ-…`, `…/QH15`). */
export function saysItsKind(symbol: string): boolean {
  const first = symbol.split(/[-/]/)[0] ?? '';
  return kindOfAbbreviation(first) !== null || /^(?:UBTV)?QH\d+$/.test(first);
}
