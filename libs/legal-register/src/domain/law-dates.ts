import { type LocalDate, parseLocalDate, yearOf } from '@app/kernel';

const EARLIEST = 1945;
const LATEST = 2100;

/** A day on which a law may stand; null for anything else. */
export function lawDate(text: string): LocalDate | null {
  const date = parseLocalDate(text);
  return date !== null && isLawYear(yearOf(date)) ? date : null;
}

/** Null when none was given, undefined when what was given is no date. */
export function optionalDate(text: string | null): LocalDate | null | undefined {
  return text === null || text === '' ? null : (lawDate(text) ?? undefined);
}

export function isBefore(date: LocalDate | null, other: LocalDate | null): boolean {
  return date !== null && other !== null && date < other;
}

export function isLawYear(year: number): boolean {
  return Number.isInteger(year) && year >= EARLIEST && year <= LATEST;
}
