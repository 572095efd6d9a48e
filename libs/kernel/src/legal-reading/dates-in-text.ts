import { type LocalDate, tryLocalDate } from '../local-date';

/** A date found in running text; `date` is null when the calendar has no such day. */
export interface DateInText {
  readonly date: LocalDate | null;
  readonly raw: string;
  readonly end: number;
}

// Digits may be torn by a stray space (`20 14`), as conversions of old fonts leave them.
const DAY = '(\\d(?:\\s?\\d)?)';
const YEAR = '((?:1\\s?9|2\\s?0)\\s?\\d\\s?\\d)(?!\\d)';
const NUMERIC = `${DAY}\\s*[/.\\-–]\\s*${DAY}\\s*[/.\\-–]\\s*${YEAR}`;
const WORDS = `${DAY}\\s*tháng\\s*${DAY}\\s*(?:,\\s*)?năm\\s*${YEAR}`;

const WORD_NGAY = 'ng\\s?à\\s?y\\s*:?\\s*';
const AFTER_NUMBER = new RegExp(
  `\\s*[,;(]?\\s*(?:(?:được\\s+)?(?:ban\\s+hành|k[ýí](?:\\s+ban\\s+hành)?|thông\\s+qua)\\s+)?(?:${WORD_NGAY}(?:${WORDS}|${NUMERIC})|(?:${NUMERIC}))\\s*\\)?`,
  'iuy',
);
const ANYWHERE = new RegExp(`(?<![\\d/.])(?:${WORDS}|${NUMERIC})`, 'giu');

/** The date that stands right at `position`, with or without "ngày", a comma or a bracket before it. */
export function dateAt(text: string, position: number): DateInText | null {
  AFTER_NUMBER.lastIndex = position;
  const match = AFTER_NUMBER.exec(text);
  if (!match) return null;
  return { date: makeDate(...partsOf(match)), raw: match[0].trim(), end: position + match[0].length };
}

/** The first date in a text, wherever it stands. */
export function firstDate(text: string): DateInText | null {
  ANYWHERE.lastIndex = 0;
  const match = ANYWHERE.exec(text);
  if (!match) return null;
  return { date: makeDate(...partsOf(match)), raw: match[0].trim(), end: match.index + match[0].length };
}

function partsOf(match: RegExpExecArray): (string | undefined)[] {
  const start = [1, 4, 7].find((group) => match[group] !== undefined) ?? 1;
  return match.slice(start, start + 3);
}

function makeDate(day?: string, month?: string, year?: string): LocalDate | null {
  const number = (digits = ''): number => Number(digits.replace(/\s/g, ''));
  return tryLocalDate(number(year), number(month), number(day));
}
