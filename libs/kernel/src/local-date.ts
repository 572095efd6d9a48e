declare const localDateBrand: unique symbol;

/** A calendar day in Asia/Ho_Chi_Minh, written `yyyy-mm-dd`; strings of it compare and sort as days do. */
export type LocalDate = string & { readonly [localDateBrand]: true };

const DAY_MS = 86_400_000;
const ISO_SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const NUMERIC_SHAPE = /^(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})$/;
const WORDS_SHAPE = /^(?:ngày\s+)?(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})$/iu;

/** Makes a day from its parts. @throws RangeError when the calendar has no such day. */
export function localDate(year: number, month: number, day: number): LocalDate {
  const date = tryLocalDate(year, month, day);
  if (date === null) throw new RangeError(`no such day: ${String(year)}-${String(month)}-${String(day)}`);
  return date;
}

/** Makes a day from its parts, or null when the calendar has no such day (30/02, month 13, year 0). */
export function tryLocalDate(year: number, month: number, day: number): LocalDate | null {
  if (![year, month, day].every(Number.isInteger) || year < 1 || year > 9999) return null;
  const instant = new Date(0);
  instant.setUTCFullYear(year, month - 1, day);
  const isSameDay =
    instant.getUTCFullYear() === year && instant.getUTCMonth() === month - 1 && instant.getUTCDate() === day;
  return isSameDay ? fromUtc(instant) : null;
}

/** True for a real calendar day written `yyyy-mm-dd`. */
export function isLocalDate(text: unknown): text is LocalDate {
  return typeof text === 'string' && ISO_SHAPE.test(text) && parseLocalDate(text) !== null;
}

/** Reads `2014-03-05`, `05/3/2014`, `5.3.2014`, `5-3-2014` and `ngày 05 tháng 3 năm 2014`; null when it is no day. */
export function parseLocalDate(text: string): LocalDate | null {
  const trimmed = text.normalize('NFC').trim();
  const iso = ISO_SHAPE.exec(trimmed);
  if (iso) return tryLocalDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const parts = NUMERIC_SHAPE.exec(trimmed) ?? WORDS_SHAPE.exec(trimmed);
  return parts ? tryLocalDate(Number(parts[3]), Number(parts[2]), Number(parts[1])) : null;
}

/** `05/03/2014`, as screens and lists show it. */
export function formatVi(date: LocalDate): string {
  return [date.slice(8, 10), date.slice(5, 7), date.slice(0, 4)].join('/');
}

/** `ngày 05 tháng 3 năm 2014`: Nghị định 30/2020 adds a zero to days below 10 and to January and February only. */
export function formatViInWords(date: LocalDate): string {
  const month = Number(date.slice(5, 7));
  const monthText = month < 3 ? `0${String(month)}` : String(month);
  return `ngày ${date.slice(8, 10)} tháng ${monthText} năm ${date.slice(0, 4)}`;
}

/** The day that lies `days` after (or, negative, before) the given one. */
export function addDays(date: LocalDate, days: number): LocalDate {
  return fromUtc(new Date(toUtc(date) + days * DAY_MS));
}

/** Whole days from the first day to the second; negative when the second is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((toUtc(to) - toUtc(from)) / DAY_MS);
}

/** Day of the week, 1 = Monday … 7 = Sunday. */
export function isoWeekday(date: LocalDate): number {
  return new Date(toUtc(date)).getUTCDay() || 7;
}

export function yearOf(date: LocalDate): number {
  return Number(date.slice(0, 4));
}

/** Vietnam has had UTC+7 without summer time since 1975, so the shift needs no time-zone data. */
export function todayIn(instant: Date): LocalDate {
  return fromUtc(new Date(instant.getTime() + 7 * 3_600_000));
}

function toUtc(date: LocalDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function fromUtc(instant: Date): LocalDate {
  return instant.toISOString().slice(0, 10) as LocalDate;
}
